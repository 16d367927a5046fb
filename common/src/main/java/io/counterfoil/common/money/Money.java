package io.counterfoil.common.money;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * An amount: a whole number of minor units and its ISO 4217 currency.
 *
 * <p>JPY has no decimals, KWD three, most two. Amounts of two currencies never meet: every operation refuses with
 * {@link CurrencyMismatch}. What grows too large is refused with {@link AmountTooLarge}, never wrapped. There is no negative zero.
 *
 * @param minor whole minor units (cents, yen, fils)
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) implements Comparable<Money> {

    public Money {
        decimals(currency);
    }

    /**
     * Reads a decimal string with exactly the currency's number of decimals.
     *
     * @throws NotAnAmount when it has more or fewer decimals or is no plain number
     */
    public static Money of(String amount, String currency) {
        int decimals = decimals(currency);
        if (amount == null || !isPlain(amount, decimals)) {
            throw new NotAnAmount(amount, currency, decimals);
        }
        try {
            int point = amount.length() - decimals - 1;
            String digits = decimals == 0 ? amount : amount.substring(0, point) + amount.substring(point + 1);
            return ofMinor(Long.parseLong(digits), currency);
        } catch (NumberFormatException tooLarge) {
            throw new NotAnAmount(amount, currency, decimals);
        }
    }

    /** An optional minus, 1 to 16 digits (18 where there are no decimals), a point and exactly so many digits. */
    private static boolean isPlain(String amount, int decimals) {
        int begin = amount.startsWith("-") ? 1 : 0;
        int point = decimals == 0 ? amount.length() : amount.length() - decimals - 1;
        if (point - begin < 1 || point - begin > (decimals == 0 ? 18 : 16)) {
            return false;
        }
        for (int i = begin; i < amount.length(); i++) {
            char at = amount.charAt(i);
            if (i == point ? at != '.' : at < '0' || at > '9') {
                return false;
            }
        }
        return true;
    }

    public static Money ofMinor(long minor, String currency) {
        return new Money(minor, currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** How many decimals the currency has; refuses what is no currency. */
    public static int decimals(String currency) {
        try {
            int digits = Currency.getInstance(currency).getDefaultFractionDigits();
            if (digits < 0) {
                throw new UnknownCurrency(currency);
            }
            return digits;
        } catch (IllegalArgumentException | NullPointerException unknown) {
            throw new UnknownCurrency(currency);
        }
    }

    /** The amount as a decimal string with exactly the currency's decimals: {@code "249.95"}, {@code "12000"} for yen. */
    public String amount() {
        return toDecimal().toPlainString();
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, decimals(currency));
    }

    public Money plus(Money other) {
        return exact(() -> Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return exact(() -> Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money negated() {
        return exact(() -> Math.negateExact(minor), currency);
    }

    public Money abs() {
        return minor < 0 ? negated() : this;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    /**
     * Splits the amount by weights so that the parts add up to it: each part is rounded in order, the last one takes the
     * remainder.
     *
     * @throws IllegalArgumentException without weights, or when they add up to zero
     */
    public List<Money> allocate(List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weights.isEmpty() || sum.signum() == 0) {
            throw new IllegalArgumentException("weights must add up to something");
        }
        List<Money> parts = new ArrayList<>(weights.size());
        Money left = this;
        for (BigDecimal weight : weights.subList(0, weights.size() - 1)) {
            Money part = Rounding.share(this, weight, sum);
            parts.add(part);
            left = left.minus(part);
        }
        parts.add(left);
        return List.copyOf(parts);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public String toString() {
        return amount() + " " + currency;
    }

    /** An amount of minor units from exact arithmetic; refuses what overflows. */
    static Money exact(LongSupplier minorUnits, String currency) {
        try {
            return new Money(minorUnits.getAsLong(), currency);
        } catch (ArithmeticException overflow) {
            throw new AmountTooLarge(currency);
        }
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new CurrencyMismatch(currency, other.currency);
        }
        return other;
    }
}
