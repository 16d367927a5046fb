package io.counterfoil.billing.reconciliation;

/** What is compared with the ledger and the warehouse. */
public enum DocumentKind {
    /** What invoices ask for. */
    INVOICE,
    /** What settled payments brought. */
    PAYMENT,
    /** What of it was applied to invoices. */
    APPLICATION,
    /** What credit memos took back. */
    CREDIT_MEMO,
    /** What went back to customers. */
    REFUND,
    /** What was taken back as a whole: invoices; memos, below zero. */
    VOID,
    /** What was given up. */
    WRITE_OFF,
    /** What payers took back through their banks. */
    CHARGEBACK
}
