package io.counterfoil.billing.tax;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A tax rate as a fraction: 0.19 is 19 percent.
 *
 * @param value from 0 to 1
 */
public record Rate(BigDecimal value) {

    public static final Rate ZERO = new Rate(BigDecimal.ZERO);

    /** Far below any minor unit; cut off and not rounded, so that the one rounding that follows sees the exact side. */
    private static final int GUARD_DIGITS = 40;

    public Rate {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a rate is a fraction from 0 to 1: " + value);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    public static Rate of(String value) {
        return new Rate(new BigDecimal(value));
    }

    public Rate plus(Rate other) {
        return new Rate(value.add(other.value));
    }

    /** The tax on a summed base, rounded once to whole steps (in minor units). */
    Money on(Money base, long step) {
        return rounded(inSteps(base, step), base.currency(), step);
    }

    /** The exact tax, counted in steps. */
    BigDecimal inSteps(Money base, long step) {
        return BigDecimal.valueOf(base.minor()).multiply(value).divide(BigDecimal.valueOf(step));
    }

    /** The tax within a price that includes it, rounded once. */
    Money within(Money gross, long step) {
        return rounded(inStepsWithin(gross, step), gross.currency(), step);
    }

    /** The exact tax within a price that includes it, counted in steps. */
    BigDecimal inStepsWithin(Money gross, long step) {
        return BigDecimal.valueOf(gross.minor())
                .multiply(value)
                .divide(BigDecimal.ONE.add(value).multiply(BigDecimal.valueOf(step)), GUARD_DIGITS, RoundingMode.DOWN);
    }

    /** What is left of a price that includes the tax, rounded once. */
    Money netOf(Money gross) {
        BigDecimal exact =
                BigDecimal.valueOf(gross.minor()).divide(BigDecimal.ONE.add(value), GUARD_DIGITS, RoundingMode.DOWN);
        return rounded(exact, gross.currency(), 1);
    }

    private static Money rounded(BigDecimal steps, String currency, long step) {
        Money whole = Rounding.toMinorUnits(steps.movePointLeft(Money.decimals(currency)), currency);
        return Money.ofMinor(Math.multiplyExact(whole.minor(), step), currency);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
