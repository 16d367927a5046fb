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
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP).movePointRight(decimals);
        return Money.exact(rounded::longValueExact, currency);
    }

    /** Rounds {@code amount × part ÷ whole}; the product is exact, so only the quotient is rounded. */
    public static Money share(Money amount, BigDecimal part, BigDecimal whole) {
        BigDecimal rounded = BigDecimal.valueOf(amount.minor()).multiply(part).divide(whole, 0, RoundingMode.HALF_UP);
        return Money.exact(rounded::longValueExact, amount.currency());
    }

    /** The share of an amount that a part is of its whole. */
    public static Money share(Money amount, Money part, Money whole) {
        return share(amount, BigDecimal.valueOf(part.minor()), BigDecimal.valueOf(whole.minor()));
    }
}
