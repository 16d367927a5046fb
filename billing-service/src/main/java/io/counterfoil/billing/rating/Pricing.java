package io.counterfoil.billing.rating;

/** How a price meets a quantity. */
public enum Pricing {
    /** So much for each unit. */
    PER_UNIT,
    /** So much, however many units. */
    FLAT,
    /** Each tier for its part of the quantity. */
    GRADUATED,
    /** The whole quantity at the tier that it reaches. */
    VOLUME,
    /** The whole quantity, in blocks rounded up, at the tier that it reaches. */
    TOP_TIER,
    /** So much for each started package. */
    PACKAGE,
    /** So many per cent of what passes through, and a fee for each event. */
    PERCENTAGE;

    public boolean isTiered() {
        return this == GRADUATED || this == VOLUME || this == TOP_TIER;
    }

    /** One figure says it all, so an order line can set it. */
    public boolean isSimple() {
        return this == PER_UNIT || this == FLAT;
    }
}
