package io.counterfoil.billing.rating;

/** How a price meets a quantity. */
public enum Pricing {
    /** So much for each unit. */
    PER_UNIT,
    /** So much, however many units. */
    FLAT
}
