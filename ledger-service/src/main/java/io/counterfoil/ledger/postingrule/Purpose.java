package io.counterfoil.ledger.postingrule;

/** Why an entry is made: one event makes at most one entry for each. */
public enum Purpose {
    INVOICE,
    PAYMENT,
    PAYMENT_APPLICATION,
    RECOGNITION
}
