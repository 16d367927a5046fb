package io.counterfoil.billing.payment;

/** Why cash was taken off an invoice. */
public enum ReversalCause {
    /** It belongs elsewhere. */
    UNAPPLIED,
    /** The bank took the payment back. */
    RETURNED,
    /** It was given back. */
    REFUNDED,
    /** The payer disputes it. */
    DISPUTED,
    /** The dispute was won: it settles the invoice again. */
    WON
}
