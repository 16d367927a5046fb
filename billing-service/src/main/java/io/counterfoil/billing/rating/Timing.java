package io.counterfoil.billing.rating;

/** When a period is billed. */
public enum Timing {
    /** On its first day. */
    IN_ADVANCE,
    /** When it is over. */
    IN_ARREARS
}
