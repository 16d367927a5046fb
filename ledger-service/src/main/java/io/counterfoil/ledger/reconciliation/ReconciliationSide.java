package io.counterfoil.ledger.reconciliation;

/** The two sides that the ledger has: its sub-ledger and its journal. */
public enum ReconciliationSide {
    RECEIVABLES,
    LEDGER
}
