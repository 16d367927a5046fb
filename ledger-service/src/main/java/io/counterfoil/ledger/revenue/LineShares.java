package io.counterfoil.ledger.revenue;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import io.counterfoil.ledger.schedule.Bend;
import io.counterfoil.ledger.schedule.Curve;
import io.counterfoil.ledger.schedule.Method;
import io.counterfoil.ledger.schedule.RevenueSchedule;
import io.counterfoil.ledger.schedule.ServicePeriod;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One invoice line and what bends it: what of it is earned, and how a reversal takes both parts in proportion. */
final class LineShares {

    private final RevenueSchedule schedule;
    private final List<Bend> bends;
    private final List<Bend> fresh = new ArrayList<>();

    LineShares(RevenueSchedule schedule) {
        this.schedule = schedule;
        this.bends = new ArrayList<>(schedule.bends());
    }

    RevenueSchedule schedule() {
        return schedule;
    }

    /** What became known here and is not stored yet. */
    List<Bend> fresh() {
        return fresh;
    }

    /** What is left of the line at the start of the day. */
    EarnedShares.Split at(LocalDate day) {
        Money atOnce = schedule.net().minus(schedule.deferred());
        Money earned = atOnce.plus(curve().earnedAtStartOf(day));
        Money left = schedule.net();
        Money released = Money.zero(left.currency());
        for (Bend bend : notTakenBack()) {
            earned = earned.minus(bend.earned());
            left = left.minus(bend.net());
            released = released.plus(
                    bend.kind() == Bend.Kind.RELEASE
                            ? bend.unearned()
                            : bend.released().negated());
        }
        return new EarnedShares.Split(schedule.invoiceLineId(), earned, left.minus(earned), released);
    }

    /** What was released when the rest was given up belongs to what was paid, and goes back with it in proportion. */
    EarnedShares.Split reverse(EarnedShares.Reversal reversal) {
        LocalDate day = reversal.day();
        EarnedShares.Split left = at(day);
        Money net = reversal.net();
        if (net.abs().compareTo(left.net().abs()) > 0
                || net.minor() != 0 && net.isNegative() != left.net().isNegative()) {
            throw new ReversalExceedsLine(schedule, net, left.net());
        }
        Money released = share(left.released(), net, left.net());
        Money rest = net.minus(released);
        Money leftOfRest = left.earned().plus(left.unearned());
        boolean ownPeriod = reversal.period() != null && !reversal.period().isEmpty();
        Money earned =
                ownPeriod ? earnedOf(rest, reversal.period(), day, left) : share(left.earned(), rest, leftOfRest);
        Money unearned = rest.minus(earned);
        Money shrunk = isAllocated() ? share(curveLeft(day), rest, leftOfRest) : unearned;
        EarnedShares.Split split = new EarnedShares.Split(schedule.invoiceLineId(), earned, unearned, released);
        ServicePeriod period = ownPeriod ? reversal.period() : null;
        add(reversal(
                id(reversal.causeId(), "SHRINK"), reversal.causeId(), Bend.Kind.SHRINK, day, split, shrunk, period));
        return split;
    }

    /** Ends the schedule: what is left unearned is given back. */
    EarnedShares.Split release(UUID causeId, LocalDate day) {
        Money none = Money.zero(schedule.net().currency());
        EarnedShares.Split split = new EarnedShares.Split(schedule.invoiceLineId(), none, at(day).unearned());
        add(reversal(id(causeId, "RELEASE"), causeId, Bend.Kind.RELEASE, day, split, curveLeft(day), null));
        return split;
    }

    /** Takes back what the cause took, all of it. */
    List<EarnedShares.Split> takeBack(UUID causeId, UUID takenBackBy, LocalDate day) {
        List<EarnedShares.Split> restored = new ArrayList<>();
        for (Bend bend : notTakenBack()) {
            if (bend.causeId().equals(causeId)
                    && !(bend.net().isZero() && bend.released().isZero())) {
                add(Bend.restoring(EventIds.derived(takenBackBy, "RESTORE:" + bend.id()), takenBackBy, day, bend));
                restored.add(new EarnedShares.Split(
                        schedule.invoiceLineId(), bend.earned(), bend.unearned(), bend.released()));
            }
        }
        return restored;
    }

    /** What a credit of some days takes of them that was earned; never more unearned than is left. */
    private static Money earnedOf(Money net, ServicePeriod period, LocalDate day, EarnedShares.Split left) {
        Money earned = Method.DAY.earned(net, period, day, Method.Remainder.LAST);
        Money unearned = net.minus(earned);
        return unearned.abs().compareTo(left.unearned().abs()) > 0 ? net.minus(left.unearned()) : earned;
    }

    /** Its price was allocated otherwise than it was billed; then deferred revenue is that of the whole contract. */
    private boolean isAllocated() {
        return bends.stream().anyMatch(bend -> bend.kind() == Bend.Kind.ALLOCATED);
    }

    private Money curveLeft(LocalDate day) {
        return curve().total(day).minus(curve().earnedAtStartOf(day));
    }

    private static Bend reversal(
            UUID id,
            UUID causeId,
            Bend.Kind kind,
            LocalDate day,
            EarnedShares.Split split,
            Money shrunk,
            ServicePeriod period) {
        return Bend.reversal(
                id, causeId, kind, day, split.earned(), split.unearned(), shrunk, period, split.released());
    }

    private Curve curve() {
        return schedule.curve(bends);
    }

    /** One document may take of a line more than once. */
    private UUID id(UUID causeId, String what) {
        return EventIds.derived(causeId, what + ":" + schedule.invoiceLineId() + ":" + bends.size());
    }

    private List<Bend> notTakenBack() {
        List<UUID> takenBack =
                bends.stream().map(Bend::restores).filter(id -> id != null).toList();
        return bends.stream()
                .filter(bend -> bend.kind() != Bend.Kind.RESTORE && !takenBack.contains(bend.id()))
                .toList();
    }

    private void add(Bend bend) {
        bends.add(bend);
        fresh.add(bend);
    }

    private static Money share(Money of, Money part, Money whole) {
        return whole.isZero()
                ? Money.zero(of.currency())
                : Rounding.share(of, BigDecimal.valueOf(part.minor()), BigDecimal.valueOf(whole.minor()));
    }
}
