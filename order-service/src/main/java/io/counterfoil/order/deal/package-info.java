/** Deals whose lines are sold by several legal entities: one order and one contract for each, which together are worth the deal. */
package io.counterfoil.order.deal;
