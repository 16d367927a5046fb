package io.counterfoil.order.renewal;

/** What happens before a term ends. */
public enum RenewalMode {
    /** Nothing: the contract ends with its term. */
    NONE,
    /** It goes on by itself. */
    AUTO,
    /** The customer is asked. */
    QUOTE
}
