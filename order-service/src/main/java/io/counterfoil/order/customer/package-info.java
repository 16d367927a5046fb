/** Who buys: what a channel claims about the buyer, and the golden record that customer-service makes of it. */
package io.counterfoil.order.customer;
