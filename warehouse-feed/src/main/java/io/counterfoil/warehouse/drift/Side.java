package io.counterfoil.warehouse.drift;

/** Whose word it is. */
public enum Side {
    /** Billing's documents. */
    BILLING,
    /** The ledger's open items. */
    RECEIVABLES,
    /** The ledger's journal. */
    LEDGER,
    /** The facts of billings and cash. */
    WAREHOUSE,
    /** The facts of the journal. */
    WAREHOUSE_JOURNAL,
    /** What the archived events say. */
    ARCHIVE
}
