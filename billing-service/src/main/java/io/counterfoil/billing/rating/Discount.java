package io.counterfoil.billing.rating;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something off the price: a percentage or an amount, for so many billing periods or forever.
 *
 * @param percent 10 stands for 10 per 100; null for an amount
 * @param amounts what is taken off in each period, by currency; empty for a percentage
 * @param periods how many billing periods it lasts; null for ever
 */
public record Discount(String discountId, String name, UnitPrice percent, Map<String, Money> amounts, Integer periods) {

    public Discount {
        amounts = Map.copyOf(amounts);
    }

    /** Whether it still lasts in a period that begins on the day, counted from where the discount began. */
    public boolean lastsOn(LocalDate day, LocalDate began, BillingPeriod rhythm) {
        return !day.isBefore(began) && (periods == null || day.isBefore(rhythm.boundary(began, periods)));
    }

    /** What comes off a sum: never more than the sum, rounded once. */
    public Money off(Money sum) {
        if (!sum.isPositive()) {
            return Money.zero(sum.currency());
        }
        Money wanted = percent == null
                ? amounts.getOrDefault(sum.currency(), Money.zero(sum.currency()))
                : percent.times(new Quantity(sum.toDecimal())).rounded(sum.currency());
        return wanted.min(sum);
    }

    /** What comes off each of these lines: by their net amounts, the remainder on the last; lines below zero are left alone. */
    public List<Money> spread(List<Money> nets) {
        Money zero = Money.zero(nets.get(0).currency());
        List<Money> bases =
                nets.stream().map(net -> net.isPositive() ? net : zero).toList();
        Money sum = bases.stream().reduce(zero, Money::plus);
        Money off = off(sum);
        if (off.isZero()) {
            return nets.stream().map(net -> zero).toList();
        }
        List<Money> parts = rounded(bases, sum, off);
        return fits(parts, bases) ? parts : cumulated(bases, sum, off);
    }

    /** Each part rounded for itself, the remainder on the last line that has something. */
    private static List<Money> rounded(List<Money> bases, Money sum, Money off) {
        int last = lastPositive(bases);
        List<Money> parts = new ArrayList<>();
        Money left = off;
        for (int i = 0; i < bases.size(); i++) {
            Money part = i == last ? left : part(off, bases.get(i), sum);
            parts.add(part);
            left = left.minus(part);
        }
        return parts;
    }

    /** Where many small lines would leave the last one more than it can bear: the sums are rounded, and each part is a step. */
    private static List<Money> cumulated(List<Money> bases, Money sum, Money off) {
        List<Money> parts = new ArrayList<>();
        Money reached = Money.zero(off.currency());
        Money given = reached;
        for (Money base : bases) {
            reached = reached.plus(base);
            Money upToHere = part(off, reached, sum);
            parts.add(upToHere.minus(given));
            given = upToHere;
        }
        return parts;
    }

    private static Money part(Money off, Money base, Money sum) {
        return UnitPrice.of(off).times(new Share(base.minor(), sum.minor())).rounded(off.currency());
    }

    private static boolean fits(List<Money> parts, List<Money> bases) {
        int last = lastPositive(bases);
        return !parts.get(last).isNegative() && parts.get(last).compareTo(bases.get(last)) <= 0;
    }

    private static int lastPositive(List<Money> bases) {
        int last = bases.size() - 1;
        while (!bases.get(last).isPositive()) {
            last--;
        }
        return last;
    }
}
