package io.counterfoil.ledger.revenue;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How an amount is earned over its period, day by day, with all that bends it. A shrink takes something of what is left at
 * the start of its day, and the rest is earned evenly over the days that are left; a shrink with a period of its own takes
 * the revenue of those days. What was taken back counts, from the day of the taking back on, as if it had never been.
 *
 * @param bends in the order in which they became known
 */
record Curve(Money amount, ServicePeriod period, List<Bend> bends) {

    /** What is earned before the day {@code until}. */
    Money earned(LocalDate until) {
        return walk(until, bend -> bend.day().isBefore(until));
    }

    /** What is earned at the start of a day, whatever became known of that day before. */
    Money earnedAtStartOf(LocalDate day) {
        return walk(day, bend -> !bend.day().isAfter(day));
    }

    /** What it earns in all, once the day is over. */
    Money total(LocalDate day) {
        return active(bend -> !bend.day().isAfter(day)).stream()
                .map(Bend::shrunk)
                .reduce(amount, Money::minus);
    }

    private Money walk(LocalDate until, Predicate<Bend> known) {
        Money earned = Money.zero(amount.currency());
        Money left = amount;
        LocalDate from = period.start();
        Money aside = Money.zero(amount.currency());
        for (Bend bend : active(known)) {
            if (bend.period() != null) {
                ServicePeriod days = bend.period().from(bend.day());
                aside = aside.plus(ByDay.earned(bend.shrunk(), days.start(), days.end(), until));
            } else if (bend.day().isAfter(from)) {
                Money before = ByDay.earned(left, from, period.end(), bend.day());
                earned = earned.plus(before);
                left = left.minus(before).minus(bend.shrunk());
                from = bend.day();
            } else {
                left = left.minus(bend.shrunk());
            }
        }
        return earned.plus(ByDay.earned(left, from, period.end(), until)).minus(aside);
    }

    /** What shrinks it and was not taken back, by day. */
    private List<Bend> active(Predicate<Bend> known) {
        Set<UUID> takenBack = bends.stream()
                .filter(bend -> bend.kind() == Bend.Kind.RESTORE && known.test(bend))
                .map(Bend::restores)
                .collect(Collectors.toSet());
        return bends.stream()
                .filter(bend -> bend.kind() != Bend.Kind.RESTORE && known.test(bend) && !takenBack.contains(bend.id()))
                .sorted(Comparator.comparing(Bend::day))
                .toList();
    }
}
