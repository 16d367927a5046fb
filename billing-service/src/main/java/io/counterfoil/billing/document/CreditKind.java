package io.counterfoil.billing.document;

/** What kind of credit a customer has. */
public enum CreditKind {
    /** Granted, or left by a correction: pays what is open. */
    CUSTOMER_CREDIT,
    /** Bought beforehand. */
    PREPAID
}
