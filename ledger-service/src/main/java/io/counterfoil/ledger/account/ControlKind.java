package io.counterfoil.ledger.account;

/** The sub-ledger whose sum an account must show at any time. */
public enum ControlKind {
    RECEIVABLES,
    UNAPPLIED_CASH,
    CASH_CLEARING,
    TAX_PAYABLE,
    DEFERRED_REVENUE,
    CUSTOMER_CREDIT,
    PREPAID,
    REFUND_PAYABLE,
    UNBILLED
}
