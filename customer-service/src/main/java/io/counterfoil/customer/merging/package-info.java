/** Two records of one company become one; and are two again, where that was wrong. */
package io.counterfoil.customer.merging;
