package io.counterfoil.order.terms;

/** What was agreed about prices before the terms are checked. */
public enum PriceAuthority {
    /** Nothing: what the price books allow. */
    LISTED,
    /** Two people may allow a price beyond the tolerance. */
    QUOTED,
    /** The price was approved while the quote is valid: it stands in its currency, whatever the books say now. */
    AGREED;

    boolean mayDecide(Rule rule) {
        return switch (this) {
            case LISTED -> false;
            case QUOTED -> rule == Rule.PRICE_OUT_OF_TOLERANCE;
            case AGREED ->
                switch (rule) {
                    case CURRENCY_NOT_SOLD,
                            PRICE_NOT_LISTED,
                            PRICE_BELOW_FLOOR,
                            DISCOUNT_TOO_HIGH,
                            MARGIN_TOO_LOW,
                            PRICE_OUT_OF_TOLERANCE -> true;
                    default -> false;
                };
        };
    }
}
