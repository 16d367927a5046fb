/** What was agreed: the terms of an accepted order and its performance obligations with their share of the price. */
package io.counterfoil.order.contract;
