package io.counterfoil.billing.timeline;

import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The life of a subscription as it was agreed and changed. It says what is charged on which days; what was billed is not
 * its business.
 *
 * @param start the first day of service
 * @param chargedFrom the first day that is charged: after a trial
 * @param end the first day after the term that was agreed first; null without one
 * @param initial the charges that were agreed first, without an end
 * @param changes what was recorded since and not taken back
 */
public record Timeline(
        LocalDate start,
        LocalDate chargedFrom,
        LocalDate end,
        String planId,
        int anchorDay,
        List<Segment> initial,
        List<Change> changes) {

    private static final Comparator<Change> BY_DAY =
            Comparator.comparing(Change::effectiveDate).thenComparing(Change::number);

    /**
     * How a subscription stands.
     *
     * @param terms the charges, whether they are charged at the moment or not
     * @param end the first day after it, as far as that is known
     */
    public record Standing(
            SubscriptionState state, String planId, List<ChargeTerms> terms, LocalDate end, int anchorDay) {}

    public Timeline {
        initial = List.copyOf(initial);
        changes = changes.stream().sorted(BY_DAY).toList();
    }

    public Timeline with(Change change) {
        return new Timeline(start, chargedFrom, end, planId, anchorDay, initial, append(changes, change));
    }

    public Timeline without(Change change) {
        List<Change> others =
                changes.stream().filter(one -> !one.equals(change)).toList();
        return new Timeline(start, chargedFrom, end, planId, anchorDay, initial, others);
    }

    /** What is charged, charge by charge. */
    public List<Segment> segments() {
        return walk(any -> true).segments();
    }

    /** How it stands at the end of a day; changes that come later are not seen. */
    public Standing on(LocalDate day) {
        return walk(change -> !change.effectiveDate().isAfter(day)).standing(day);
    }

    /**
     * When a span that is not covered any more is taken back: at once, or on its first day if that is still to come; a
     * cancellation of today that leaves the day itself paid for takes the rest back today. Null while dunning blocks it, since
     * it is open whether that time is charged.
     */
    public Function<ServicePeriod, LocalDate> takesBack(LocalDate today) {
        Walk walk = walk(change -> !change.effectiveDate().isAfter(today));
        Standing standing = walk.standing(today);
        LocalDate blocked = standing.state() == SubscriptionState.SUSPENDED ? walk.suspendedOn() : null;
        boolean cancelled = changes.stream()
                .anyMatch(change -> change.kind() == ChangeKind.CANCEL
                        && !change.effectiveDate().isAfter(today));
        LocalDate atOnce = cancelled && standing.end().isAfter(today) ? standing.end() : today;
        return lost -> {
            if (blocked != null && !lost.start().isBefore(blocked)) {
                return null;
            }
            return lost.start().isAfter(atOnce) ? lost.start() : today;
        };
    }

    /** The first day after it, by all that was recorded. */
    public LocalDate lastEnd() {
        return walk(any -> true).end();
    }

    /** The first change that finds what it concerns here, and would not find it on another timeline any more. */
    public Optional<Change> misledBy(Timeline other) {
        return other.changes.stream()
                .filter(changes::contains)
                .filter(change -> Concern.of(change, before(change)).isMissedIn(other.before(change)))
                .findFirst();
    }

    /** How it stands on the day of a change just before it, by all that was recorded for then; the change may be on it or not. */
    public Standing before(Change change) {
        return walk(one -> BY_DAY.compare(one, change) < 0).standing(change.effectiveDate());
    }

    private Walk walk(Predicate<Change> known) {
        Walk walk = new Walk(this);
        List<Change> met = changes.stream().filter(known).toList();
        Set<Change> undone = Blocking.undone(met);
        met.stream().filter(change -> !undone.contains(change)).forEach(walk::meet);
        return walk;
    }

    private static List<Change> append(List<Change> changes, Change change) {
        return Stream.concat(changes.stream(), Stream.of(change)).toList();
    }
}
