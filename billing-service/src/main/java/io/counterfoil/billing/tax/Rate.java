package io.counterfoil.billing.tax;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;

/**
 * A tax rate as a fraction: 0.19 is 19 percent.
 *
 * @param value from 0 to 1
 */
public record Rate(BigDecimal value) {

    public static final Rate ZERO = new Rate(BigDecimal.ZERO);

    public Rate {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a rate is a fraction from 0 to 1: " + value);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    public static Rate of(String value) {
        return new Rate(new BigDecimal(value));
    }

    /** The tax on a summed base, rounded once to whole steps (in minor units). */
    Money on(Money base, long step) {
        Money steps = Rounding.toMinorUnits(
                inSteps(base, step).movePointLeft(Money.decimals(base.currency())), base.currency());
        return Money.ofMinor(Math.multiplyExact(steps.minor(), step), base.currency());
    }

    /** The exact tax, counted in steps. */
    BigDecimal inSteps(Money base, long step) {
        return BigDecimal.valueOf(base.minor()).multiply(value).divide(BigDecimal.valueOf(step));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
