package io.counterfoil.billing.customercredit;

/** What a credit comes from. */
public enum CreditOrigin {
    /** Somebody granted it, for a reason. */
    GRANT,
    /** An invoice below zero. */
    NEGATIVE_INVOICE,
    /** A credit memo that was settled so. */
    CREDIT_MEMO,
    /** Money that had no invoice. */
    UNAPPLIED_CASH,
    /** An invoice line that sold prepaid credit. */
    PREPAID_PURCHASE
}
