package io.counterfoil.billing.dispute;

/** What a chargeback does to the books: {@code chargeback.mode}. */
public enum ChargebackMode {
    /** The invoices are open again. */
    RECEIVABLE,
    /** What was earned is reversed. */
    REVENUE
}
