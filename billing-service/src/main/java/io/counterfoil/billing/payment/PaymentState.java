package io.counterfoil.billing.payment;

/** How an attempt to collect money ended. */
public enum PaymentState {
    /** The money is here. */
    SETTLED,
    /** It is not. */
    FAILED
}
