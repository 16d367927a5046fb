package io.counterfoil.billing.invoice;

/** Where an issued invoice stands. */
public enum InvoiceState {
    /** Nothing of it is paid. */
    ISSUED,
    /** Some of it is paid. */
    PARTIALLY_PAID,
    /** Nothing is open. */
    PAID
}
