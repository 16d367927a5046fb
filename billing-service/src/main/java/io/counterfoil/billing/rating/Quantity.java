package io.counterfoil.billing.rating;

import java.math.BigDecimal;

/**
 * How many units, exactly.
 *
 * @param value units; may be a fraction
 */
public record Quantity(BigDecimal value) {

    public static final Quantity ONE = new Quantity(BigDecimal.ONE);

    public static Quantity of(String value) {
        return new Quantity(new BigDecimal(value));
    }
}
