package io.counterfoil.order.pricing;

import java.math.BigDecimal;

/**
 * How many, exactly.
 *
 * @param value more than zero, with at most eight decimals
 */
public record Quantity(BigDecimal value) {

    private static final int MOST_DECIMALS = 8;
    private static final int MOST_DIGITS = 12;

    public Quantity {
        value = new BigDecimal(Decimals.bare(value.toPlainString(), MOST_DIGITS, MOST_DECIMALS));
        if (value.signum() <= 0) {
            throw new NotADecimal(value.toPlainString());
        }
    }

    /** Reads a plain decimal such as {@code "2.5"}. */
    public static Quantity of(String text) {
        return new Quantity(new BigDecimal(Decimals.bare(text, MOST_DIGITS, MOST_DECIMALS)));
    }

    /** So many for each. */
    public Quantity times(int each) {
        return new Quantity(value.multiply(BigDecimal.valueOf(each)));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
