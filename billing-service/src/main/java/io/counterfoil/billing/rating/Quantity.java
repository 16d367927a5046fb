package io.counterfoil.billing.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How many units, exactly.
 *
 * @param value units; may be a fraction
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    public static final Quantity ZERO = new Quantity(BigDecimal.ZERO);
    public static final Quantity ONE = new Quantity(BigDecimal.ONE);

    public static Quantity of(String value) {
        return new Quantity(new BigDecimal(value));
    }

    public static Quantity of(long units) {
        return new Quantity(BigDecimal.valueOf(units));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.value));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.value));
    }

    /** What is above a limit; nothing when it is below. */
    public Quantity above(Quantity limit) {
        return compareTo(limit) <= 0 ? ZERO : minus(limit);
    }

    public Quantity atMost(Quantity limit) {
        return limit == null || compareTo(limit) <= 0 ? this : limit;
    }

    Quantity atLeast(Quantity limit) {
        return compareTo(limit) >= 0 ? this : limit;
    }

    /** How many blocks of a size it takes, a started one counts whole. */
    Quantity blocks(Quantity size) {
        return new Quantity(value.divide(size.value, 0, RoundingMode.CEILING));
    }

    /** How many blocks of a size are full. */
    Quantity fullBlocks(Quantity size) {
        return new Quantity(value.divide(size.value, 0, RoundingMode.DOWN));
    }

    public boolean isPositive() {
        return value.signum() > 0;
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    /** Without trailing zeros and never with an exponent. */
    public String text() {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }
}
