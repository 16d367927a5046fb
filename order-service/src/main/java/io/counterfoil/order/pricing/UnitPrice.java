package io.counterfoil.order.pricing;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What one unit costs, exactly: it may be finer than the currency's minor unit. Becomes money only when multiplied by a
 * quantity, rounded once.
 *
 * @param value zero or more, with at most eight decimals
 */
public record UnitPrice(BigDecimal value) {

    private static final int MOST_DECIMALS = 8;
    private static final int MOST_DIGITS = 12;

    public UnitPrice {
        value = new BigDecimal(Decimals.bare(value.toPlainString(), MOST_DIGITS, MOST_DECIMALS));
        if (value.signum() < 0) {
            throw new NotADecimal(value.toPlainString());
        }
    }

    /** Reads a plain decimal such as {@code "1200.00"}. */
    public static UnitPrice of(String text) {
        return new UnitPrice(new BigDecimal(Decimals.bare(text, MOST_DIGITS, MOST_DECIMALS)));
    }

    /**
     * The price of a quantity over a share of price periods, rounded once.
     *
     * @param periods how many months, and
     * @param perPeriod of how many months one price period consists
     */
    public Money times(Quantity quantity, int periods, int perPeriod, String currency) {
        BigDecimal exact = value.multiply(quantity.value())
                .multiply(BigDecimal.valueOf(periods))
                .divide(BigDecimal.valueOf(perPeriod), MathContext.DECIMAL128);
        return Rounding.toMinorUnits(exact, currency);
    }

    /** True when this price differs from the listed one by at most the tolerated share of it. */
    public boolean isWithin(ToleratedShare tolerance, UnitPrice listed) {
        BigDecimal difference = value.subtract(listed.value).abs();
        return difference.compareTo(listed.value.multiply(tolerance.value())) <= 0;
    }

    /** Whether it is lower than the other. */
    public boolean isBelow(UnitPrice other) {
        return value.compareTo(other.value) < 0;
    }

    /** The higher of the two. */
    public UnitPrice atLeast(UnitPrice other) {
        return isBelow(other) ? other : this;
    }

    /** What is left after a discount of this share. */
    public UnitPrice lessShare(ToleratedShare share) {
        return rounded(value.multiply(BigDecimal.ONE.subtract(share.value())));
    }

    /** With this share on top. */
    public UnitPrice moreShare(ToleratedShare share) {
        return new UnitPrice(
                value.multiply(BigDecimal.ONE.add(share.value())).setScale(MOST_DECIMALS, RoundingMode.FLOOR));
    }

    /** The price of which this cost leaves a margin of this share. */
    public UnitPrice withMargin(ToleratedShare margin) {
        return rounded(value.divide(BigDecimal.ONE.subtract(margin.value()), MathContext.DECIMAL128));
    }

    /**
     * Shares this price of one bundle over its parts, in proportion to what they cost on their own. The price of a part's unit is
     * in whole minor units; the last part takes what is left, so that the parts come to just this price.
     *
     * @param units how many of each part are in one bundle
     */
    public List<UnitPrice> sharedOver(List<UnitPrice> alone, List<Integer> units, String currency) {
        BigDecimal all = BigDecimal.ZERO;
        for (int i = 0; i < alone.size(); i++) {
            all = all.add(alone.get(i).value.multiply(BigDecimal.valueOf(units.get(i))));
        }
        List<UnitPrice> shares = new ArrayList<>();
        BigDecimal left = value;
        int last = alone.size() - 1;
        for (int i = 0; i < last; i++) {
            BigDecimal share = all.signum() == 0
                    ? BigDecimal.ZERO
                    : value.multiply(alone.get(i).value)
                            .divide(all, MathContext.DECIMAL128)
                            .setScale(Money.decimals(currency), RoundingMode.FLOOR);
            shares.add(new UnitPrice(share));
            left = left.subtract(share.multiply(BigDecimal.valueOf(units.get(i))));
        }
        BigDecimal rest = left.divide(BigDecimal.valueOf(units.get(last)), MathContext.DECIMAL128);
        shares.add(new UnitPrice(rest.setScale(MOST_DECIMALS, RoundingMode.HALF_UP)));
        return shares;
    }

    /** A lower bound never falls below what it was computed from. */
    private static UnitPrice rounded(BigDecimal bound) {
        return new UnitPrice(bound.setScale(MOST_DECIMALS, RoundingMode.CEILING));
    }

    /** Plain digits with at least the currency's decimals: {@code "1200.00"}, {@code "0.0125"}. */
    public String text(String currency) {
        int decimals = Math.max(value.scale(), Money.decimals(currency));
        return value.setScale(decimals).toPlainString();
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
