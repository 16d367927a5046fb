package io.counterfoil.ledger.schedule;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How an amount is earned over its period, with all that bends it. A shrink takes something of what is left at the start
 * of its day, and the rest is earned over the time that is left; a shrink with a period of its own takes the revenue of
 * those days. What was taken back counts, from the day of the taking back on, as if it had never been.
 *
 * @param bends in the order in which they became known
 */
public record Curve(Money amount, ServicePeriod period, Method method, Method.Remainder remainder, List<Bend> bends) {

    /** What is earned before the day {@code until}. */
    public Money earned(LocalDate until) {
        return walk(until, bend -> bend.day().isBefore(until));
    }

    /** What is earned at the start of a day, whatever became known of that day before. */
    public Money earnedAtStartOf(LocalDate day) {
        return walk(
                method.splitDay(day, period),
                bend -> bend.day().isBefore(day)
                        || isAtStart(bend) && bend.day().equals(day));
    }

    /** What is left of a day's credits is earned after them. */
    private static boolean isAtStart(Bend bend) {
        return bend.kind() != Bend.Kind.ACCELERATE;
    }

    /** What it earns in all, as far as known on a day. */
    public Money total(LocalDate day) {
        return active(bend -> !bend.day().isAfter(day)).stream()
                .map(Bend::shrunk)
                .reduce(amount, Money::minus);
    }

    /** The first day on which nothing changes any more by time alone. */
    public LocalDate horizon() {
        LocalDate last = period.end();
        for (Bend bend : bends) {
            last = later(last, bend.day().plusDays(1));
            last = bend.newEnd() == null ? last : later(last, bend.newEnd());
        }
        return last;
    }

    private Money walk(LocalDate until, Predicate<Bend> known) {
        List<Bend> active = active(known);
        LocalDate stop = active.stream()
                .filter(bend -> bend.kind() == Bend.Kind.HOLD)
                .map(Bend::day)
                .reduce(until, Curve::earlier);
        Walk walk = new Walk(this);
        active.stream().filter(bend -> !bend.day().isAfter(stop)).forEach(walk::pass);
        return walk.earned(stop);
    }

    /** What holds and was not taken back, by day. */
    private List<Bend> active(Predicate<Bend> known) {
        Set<UUID> takenBack = bends.stream()
                .filter(bend -> bend.kind() == Bend.Kind.RESTORE && known.test(bend))
                .map(Bend::restores)
                .collect(Collectors.toSet());
        return bends.stream()
                .filter(bend -> bend.kind() != Bend.Kind.RESTORE && known.test(bend) && !takenBack.contains(bend.id()))
                .sorted(Comparator.comparing(Bend::day).thenComparing(Curve::isAtStart, Comparator.reverseOrder()))
                .toList();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
