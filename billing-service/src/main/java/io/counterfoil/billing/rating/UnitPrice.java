package io.counterfoil.billing.rating;

import java.math.BigDecimal;

/**
 * An exact price, finer than money may be: 0.1212 each, or 5.00 per 100.
 *
 * @param value the price
 * @param baseQuantity how many units the price is for
 */
public record UnitPrice(BigDecimal value, BigDecimal baseQuantity) {

    public UnitPrice {
        if (baseQuantity.signum() <= 0) {
            throw new IllegalArgumentException("a price is for more than nothing");
        }
    }

    public static UnitPrice of(String value) {
        return new UnitPrice(new BigDecimal(value), BigDecimal.ONE);
    }

    public static UnitPrice of(String value, String baseQuantity) {
        return new UnitPrice(new BigDecimal(value), new BigDecimal(baseQuantity));
    }
}
