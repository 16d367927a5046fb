/**
 * What happens when another part finally refuses an order: what was begun of it is taken back by itself, in every book. Final is
 * what two people have given up, and what a rule of the house calls final after a time.
 */
package io.counterfoil.order.refusal;
