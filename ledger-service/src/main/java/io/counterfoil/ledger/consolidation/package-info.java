/** The books of all legal entities in one currency: balances at the closing rate, income at the average one. */
package io.counterfoil.ledger.consolidation;
