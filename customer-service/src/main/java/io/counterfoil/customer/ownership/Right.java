package io.counterfoil.customer.ownership;

/** What a system may do with something: set it, fill it where it is empty, or only read it. */
public enum Right {
    OWNS,
    PROPOSES,
    READS
}
