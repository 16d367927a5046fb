package io.counterfoil.order.pricebook;

/** The rules that a price must hold; the first four nobody may break, the last one with the approval of two. */
public enum PriceRule {
    PRICE_NOT_LISTED,
    PRICE_BELOW_FLOOR,
    DISCOUNT_TOO_HIGH,
    MARGIN_TOO_LOW,
    PRICE_OUT_OF_TOLERANCE;

    /** True when a quote may break it, if two people approve. */
    public boolean isForApprovers() {
        return this == PRICE_OUT_OF_TOLERANCE;
    }
}
