package io.counterfoil.billing.usage;

/** How the records of a period become one figure. */
public enum Aggregation {
    /** All quantities together. */
    SUM,
    /** How many records, whatever their quantity; one below zero takes one back. */
    COUNT,
    /** The largest quantity. */
    MAX,
    /** The quantity of the last record of the period. */
    LATEST,
    /** The quantity of the last record up to the end of the period, also of an earlier one. */
    LATEST_EVER,
    /** How many different values. */
    UNIQUE;

    /** Whether a record below zero corrects what was sent before. */
    boolean isCorrectable() {
        return this == SUM || this == COUNT || this == UNIQUE;
    }
}
