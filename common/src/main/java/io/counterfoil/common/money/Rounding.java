package io.counterfoil.common.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The one place where an exact figure becomes an amount: HALF_UP, away from zero, to the currency's minor unit, once, at
 * the end of a calculation.
 */
public final class Rounding {

    private Rounding() {}

    /** Rounds an exact decimal amount (in major units) to minor units of the currency. */
    public static Money toMinorUnits(BigDecimal exact, String currency) {
        int decimals = Money.decimals(currency);
        return Money.ofMinor(
                exact.setScale(decimals, RoundingMode.HALF_UP)
                        .movePointRight(decimals)
                        .longValueExact(),
                currency);
    }

    /** Rounds {@code amount × part ÷ whole}; the product is exact, so only the quotient is rounded. */
    public static Money share(Money amount, BigDecimal part, BigDecimal whole) {
        BigDecimal exact = BigDecimal.valueOf(amount.minor()).multiply(part).divide(whole, 0, RoundingMode.HALF_UP);
        return Money.ofMinor(exact.longValueExact(), amount.currency());
    }
}
