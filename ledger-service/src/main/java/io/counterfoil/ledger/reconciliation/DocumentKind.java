package io.counterfoil.ledger.reconciliation;

/** What is compared: invoices by payable amount, payments by settled amount, cash by what was applied. */
public enum DocumentKind {
    INVOICE,
    PAYMENT,
    APPLICATION,
    CREDIT_MEMO,
    REFUND,
    VOID,
    WRITE_OFF,
    CHARGEBACK
}
