/**
 * Whose turn it is: what concerns one contract, or one customer, is taken by one transaction after the other, on whichever queue or
 * by whichever door it comes.
 */
package io.counterfoil.ledger.turn;
