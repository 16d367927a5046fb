package io.counterfoil.billing.rating;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole, kept exactly: days used over days of the full period.
 *
 * @param part numerator, such as the days that are served
 * @param whole denominator, such as the days of the full period
 */
public record Share(long part, long whole) {

    /** All of it. */
    public static final Share WHOLE = new Share(1, 1);

    /** Far below any minor unit; cut off and not rounded, so that the one rounding that follows sees the exact side. */
    private static final int GUARD_DIGITS = 40;

    public Share {
        if (part < 0 || whole <= 0) {
            throw new IllegalArgumentException("no share: " + part + "/" + whole);
        }
    }

    /** The share of the full period that the fragment fills (actual days over the days of the anchored period). */
    public static Share of(ServicePeriod fragment, ServicePeriod full) {
        return new Share(fragment.days(), full.days());
    }

    /** Shares of a span that is made of several fragments are added before anything is rounded. */
    public Share plus(Share other) {
        long common = Math.multiplyExact(whole, other.whole);
        return new Share(
                Math.addExact(Math.multiplyExact(part, other.whole), Math.multiplyExact(other.part, whole)), common);
    }

    /** {@code amount × part ÷ (divisor × whole)}: one division for all, so that an exact tie stays a tie. */
    BigDecimal of(BigDecimal amount, BigDecimal divisor) {
        return amount.multiply(BigDecimal.valueOf(part))
                .divide(divisor.multiply(BigDecimal.valueOf(whole)), GUARD_DIGITS, RoundingMode.DOWN);
    }
}
