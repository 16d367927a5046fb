package io.counterfoil.ledger.postingrule;

/**
 * Why an entry is made: one event makes at most one entry for each. What takes another entry back is made by that one's
 * rule, with the sides turned.
 */
public enum Purpose {
    INVOICE,
    ACCRUAL,
    PAYMENT,
    PAYMENT_FEE,
    PAYMENT_APPLICATION,
    PAYMENT_UNAPPLICATION,
    PAYMENT_RETURN,
    CREDIT_MEMO,
    CREDIT_MEMO_APPLICATION,
    CREDIT_MEMO_VOID,
    CREDIT_GRANT,
    CREDIT_APPLICATION,
    CREDIT_EXPIRY,
    REFUND,
    VOID,
    WRITE_OFF,
    RECOVERY,
    CHARGEBACK,
    CHARGEBACK_WON,
    PAYOUT,
    PAYOUT_FAILED,
    EXCLUSION,
    INTERCOMPANY,
    REVALUATION,
    RECOGNITION,
    CONTRACT_ASSET,
    MANUAL,
    REVERSAL
}
