package io.counterfoil.customer.credit;

/** What becomes of an order that goes over the limit: nothing is checked, it is let through with a word, or refused. */
public enum CreditPolicy {
    NONE,
    WARN,
    BLOCK
}
