package io.counterfoil.ledger.obligation;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.schedule.Bend;
import io.counterfoil.ledger.schedule.RevenueSchedule;
import io.counterfoil.ledger.schedule.RevenueSchedules;
import io.counterfoil.ledger.schedule.RevenueSchedules.Change;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What contracts promise, and what that means for the schedules of what is billed for it. */
@Dependent
public class Obligations {

    private final Contracts contracts;
    private final Acts acts;
    private final RevenueSchedules schedules;

    @Inject
    public Obligations(Contracts contracts, Acts acts, RevenueSchedules schedules) {
        this.contracts = contracts;
        this.acts = acts;
        this.schedules = schedules;
    }

    /** Schedules that are new take over what was done to their obligations before, and their share of the contract's price. */
    public void billed(List<RevenueSchedule> fresh) {
        List<String> ids = fresh.stream()
                .map(RevenueSchedule::performanceObligationId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, List<ObligationAct>> done = acts.of(ids);
        schedules.bend(fresh.stream()
                .filter(schedule -> done.containsKey(schedule.performanceObligationId()))
                .flatMap(schedule ->
                        ActBends.beforeBilling(done.get(schedule.performanceObligationId()), schedule).stream())
                .toList());
        allocate(ids);
    }

    /** Keeps what is done to obligations, one act to each, and lets the schedules of all that is billed for them follow. */
    void act(Map<String, ObligationAct> news) {
        if (news.isEmpty()) {
            return;
        }
        acts.keep(news);
        Map<String, List<ObligationAct>> done = acts.of(news.keySet());
        acts.stand(done);
        schedules.bend(schedules.lockObligations(news.keySet()).stream()
                .flatMap(schedule -> {
                    String id = schedule.performanceObligationId();
                    return ActBends.of(news.get(id), done.get(id), schedule).stream();
                })
                .toList());
    }

    /** Changes of promises that are caught up: what is billed for them from their day on is earned from the promise's first day. */
    public CatchUps catchUps(Collection<String> obligationIds) {
        return new CatchUps(acts.catchUps(obligationIds));
    }

    /** By promise and day of the change: the first day of the promise. */
    public record CatchUps(Map<String, Map<LocalDate, LocalDate>> begun) {

        /** From which day on a line is earned that is billed for a service from that day on. */
        public LocalDate from(String obligationId, LocalDate day) {
            Map<LocalDate, LocalDate> days = obligationId == null ? null : begun.get(obligationId);
            LocalDate first = days == null ? null : days.get(day);
            return first == null || first.isAfter(day) ? day : first;
        }
    }

    /** Gives what was billed its share of the contract's price, where that is another one than it costs. */
    void allocate(Collection<String> obligationIds) {
        List<Obligation> shifted = contracts.find(obligationIds).stream()
                .filter(obligation -> !obligation.allocated().equals(obligation.price()))
                .toList();
        if (shifted.isEmpty()) {
            return;
        }
        Map<String, List<RevenueSchedule>> billed = new HashMap<>();
        schedules
                .lockObligations(shifted.stream().map(Obligation::id).toList())
                .forEach(schedule -> billed.computeIfAbsent(schedule.performanceObligationId(), id -> new ArrayList<>())
                        .add(schedule));
        List<Change> changes = new ArrayList<>();
        for (Obligation obligation : shifted) {
            changes.addAll(allocated(obligation, billed.getOrDefault(obligation.id(), List.of())));
        }
        schedules.bend(changes);
    }

    /** What is given away for nothing gets all of its share with the first line that bills it. */
    private static List<Change> allocated(Obligation obligation, List<RevenueSchedule> billed) {
        List<Change> changes = new ArrayList<>();
        Money none = Money.zero(obligation.allocated().currency());
        Money before = none;
        boolean given = billed.stream().anyMatch(Obligations::isAllocated);
        for (RevenueSchedule schedule : billed) {
            Money more = Allocation.more(obligation.price(), obligation.allocated(), before, schedule.net());
            if (obligation.price().isZero()) {
                more = given ? none : obligation.allocated();
                given = true;
            }
            before = before.plus(schedule.net());
            if (!isAllocated(schedule) && !more.isZero()) {
                changes.add(new Change(schedule, allocated(schedule, more)));
            }
        }
        return changes;
    }

    private static boolean isAllocated(RevenueSchedule schedule) {
        return schedule.bends().stream().anyMatch(bend -> bend.kind() == Bend.Kind.ALLOCATED);
    }

    /** From its first day on, so that it holds for all of the curve. */
    private static Bend allocated(RevenueSchedule schedule, Money more) {
        Money none = Money.zero(more.currency());
        LocalDate day = schedule.start().isBefore(schedule.billedOn()) ? schedule.start() : schedule.billedOn();
        return new Bend(
                EventIds.derived(schedule.id(), "ALLOCATED"),
                schedule.id(),
                Bend.Kind.ALLOCATED,
                day,
                none,
                none,
                more.negated(),
                null,
                null,
                null,
                null,
                none);
    }
}
