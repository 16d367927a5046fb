package io.counterfoil.order.pricing;

import java.math.BigDecimal;

/**
 * The share by which an order's price may differ from the listed one.
 *
 * @param value from 0 to 1
 */
public record ToleratedShare(BigDecimal value) {

    private static final int MOST_DECIMALS = 6;

    public ToleratedShare {
        value = new BigDecimal(Decimals.bare(value.toPlainString(), 1, MOST_DECIMALS));
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new NotADecimal(value.toPlainString());
        }
    }

    /** Reads a plain decimal such as {@code "0.10"}. */
    public static ToleratedShare of(String text) {
        return new ToleratedShare(new BigDecimal(Decimals.bare(text, 1, MOST_DECIMALS)));
    }

    /** Nothing is left beside it. */
    public boolean isWhole() {
        return value.compareTo(BigDecimal.ONE) == 0;
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
