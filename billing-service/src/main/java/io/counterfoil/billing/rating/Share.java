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
        long divisor = gcd(whole, other.whole);
        long common = Math.multiplyExact(whole / divisor, other.whole);
        return new Share(
                Math.addExact(
                        Math.multiplyExact(part, common / whole), Math.multiplyExact(other.part, common / other.whole)),
                common);
    }

    /** The share of something that lasts so many times as long. */
    Share dividedBy(long times) {
        return new Share(part, Math.multiplyExact(whole, times));
    }

    Share atMostWhole() {
        return part > whole ? WHOLE : this;
    }

    /** As a decimal number, rounded half up, for people to read. */
    public String decimal(int decimals) {
        return BigDecimal.valueOf(part)
                .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
