package io.counterfoil.billing.rating;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact price, finer than money may be: 0.1212 each, or 5.00 per 100. Prices are added and multiplied as fractions, so that
 * nothing is lost before the one rounding.
 *
 * @param value the price
 * @param baseQuantity how many units the price is for
 */
public record UnitPrice(BigDecimal value, BigDecimal baseQuantity) {

    public static final UnitPrice FREE = UnitPrice.of("0");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Far below any minor unit; cut off and not rounded, so that the one rounding that follows sees the exact side. */
    private static final int GUARD_DIGITS = 40;

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

    public static UnitPrice of(Money amount) {
        return new UnitPrice(amount.toDecimal(), BigDecimal.ONE);
    }

    public UnitPrice plus(UnitPrice other) {
        if (baseQuantity.compareTo(other.baseQuantity) == 0) {
            return new UnitPrice(value.add(other.value), baseQuantity);
        }
        return new UnitPrice(
                value.multiply(other.baseQuantity).add(other.value.multiply(baseQuantity)),
                baseQuantity.multiply(other.baseQuantity));
    }

    public UnitPrice times(Quantity quantity) {
        return new UnitPrice(value.multiply(quantity.value()), baseQuantity);
    }

    public UnitPrice times(Share share) {
        return new UnitPrice(
                value.multiply(BigDecimal.valueOf(share.part())),
                baseQuantity.multiply(BigDecimal.valueOf(share.whole())));
    }

    /** A part of it: so many of the units that it was made up for. */
    UnitPrice scaled(Quantity part, Quantity whole) {
        return new UnitPrice(value.multiply(part.value()), baseQuantity.multiply(whole.value()));
    }

    /** Rounded to the currency's minor unit: once, at the end. */
    public Money rounded(String currency) {
        return Rounding.toMinorUnits(value.divide(baseQuantity, GUARD_DIGITS, RoundingMode.DOWN), currency);
    }

    /** Rounded to steps of so many minor units: once, at the end. */
    public Money rounded(String currency, long step) {
        if (step == 1) {
            return rounded(currency);
        }
        Money steps = times(new Share(1, step)).rounded(currency);
        return Money.ofMinor(Math.multiplyExact(steps.minor(), step), currency);
    }

    /** Whether it is a part of every hundred: a percentage. */
    public boolean isPerHundred() {
        return baseQuantity.compareTo(HUNDRED) == 0;
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    boolean isLessThan(UnitPrice other) {
        return value.multiply(other.baseQuantity).compareTo(other.value.multiply(baseQuantity)) < 0;
    }
}
