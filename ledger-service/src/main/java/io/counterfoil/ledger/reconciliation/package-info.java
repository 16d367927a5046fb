/** The ledger's two words about billing's documents, by open items and by journal, as of a position of billing's history. */
package io.counterfoil.ledger.reconciliation;
