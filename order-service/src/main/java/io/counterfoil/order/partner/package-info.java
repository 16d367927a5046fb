/**
 * Orders through partners: the partner buys, for an end customer whom it names, at the end customer's price less its margin. A
 * partner sees only its own; of others' it is told that they don't exist.
 */
package io.counterfoil.order.partner;
