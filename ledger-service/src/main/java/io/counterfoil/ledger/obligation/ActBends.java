package io.counterfoil.ledger.obligation;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.ledger.obligation.ObligationAct.Kind;
import io.counterfoil.ledger.schedule.Bend;
import io.counterfoil.ledger.schedule.Method;
import io.counterfoil.ledger.schedule.RevenueSchedule;
import io.counterfoil.ledger.schedule.RevenueSchedules.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What acts on an obligation do to the schedule of one of its invoice lines. */
final class ActBends {

    private final RevenueSchedule schedule;
    private final List<ObligationAct> acts;

    private ActBends(RevenueSchedule schedule, List<ObligationAct> acts) {
        this.schedule = schedule;
        this.acts = acts;
    }

    /**
     * Of one act, for a schedule that was there before it.
     *
     * @param acts all that are known, in their order; what comes after this one was told too early
     */
    static List<Change> of(ObligationAct act, List<ObligationAct> acts, RevenueSchedule schedule) {
        return new ActBends(schedule, acts).of(act);
    }

    /** Of all acts before it was billed: where its delivery stands, whether it is held, and whether all of it is over. */
    static List<Change> beforeBilling(List<ObligationAct> acts, RevenueSchedule schedule) {
        ActBends bends = new ActBends(schedule, acts);
        List<Change> changes = new ArrayList<>();
        ObligationAct units = null;
        boolean fromTheBeginning = false;
        for (ObligationAct act : acts) {
            units = act.unitsAll() == null ? units : act;
            fromTheBeginning = act.kind() == Kind.CATCH_UP || fromTheBeginning;
        }
        if (units != null) {
            changes.add(bends.bend(units, fromTheBeginning ? Bend.Kind.PROGRESS : Bend.Kind.BASE));
        }
        Standing standing = Standing.after(acts);
        standing.held().forEach(hold -> changes.addAll(bends.unlessOver(hold, Bend.Kind.HOLD)));
        if (standing.end() != null) {
            changes.addAll(bends.unlessOver(standing.end(), Bend.Kind.ACCELERATE));
        }
        return changes;
    }

    private List<Change> of(ObligationAct act) {
        return switch (act.kind()) {
            case SEPARATE -> List.of();
            case HOLD -> unless(act, Bend.Kind.HOLD, (later, hold) -> isLifting(later) && Standing.lifts(later, hold));
            case PROGRESS -> List.of(bend(act, Bend.Kind.PROGRESS));
            case PROSPECTIVE -> List.of(bend(act, Bend.Kind.PROSPECTIVE));
            case CATCH_UP -> List.of(bend(act, Bend.Kind.CATCH_UP));
            case RESUME -> takenBack(act, Bend.Kind.HOLD, Standing::lifts).toList();
            case TERMINATE ->
                Stream.concat(
                                takenBack(act, Bend.Kind.HOLD, Standing::lifts),
                                unless(act, Bend.Kind.ACCELERATE, ActBends::isGoingOn).stream())
                        .toList();
            case CONTINUE ->
                takenBack(act, Bend.Kind.ACCELERATE, Standing::isBefore).toList();
        };
    }

    private static boolean isLifting(ObligationAct act) {
        return act.kind() == Kind.RESUME || act.kind() == Kind.TERMINATE;
    }

    private static boolean isGoingOn(ObligationAct later, ObligationAct end) {
        return later.kind() == Kind.CONTINUE && Standing.isBefore(later, end);
    }

    /** A bend, and that it is taken back where that was told before it. */
    private List<Change> unless(
            ObligationAct act, Bend.Kind kind, BiPredicate<ObligationAct, ObligationAct> takesBack) {
        List<Change> changes = new ArrayList<>(unlessOver(act, kind));
        if (!changes.isEmpty()) {
            Bend made = changes.get(0).bend();
            acts.subList(place(act.actId()) + 1, acts.size()).stream()
                    .filter(later -> takesBack.test(later, act))
                    .findFirst()
                    .ifPresent(later -> changes.add(restoring(later, made)));
        }
        return changes;
    }

    /** Nothing stops or hastens what is earned by then. */
    private List<Change> unlessOver(ObligationAct act, Bend.Kind kind) {
        LocalDate over = schedule.curve(schedule.bends()).horizon();
        return schedule.method() == Method.PROGRESS || act.day().isBefore(over) ? List.of(bend(act, kind)) : List.of();
    }

    /** Those bends of earlier acts that this one takes back, as far as nothing else did. */
    private Stream<Change> takenBack(
            ObligationAct act, Bend.Kind kind, BiPredicate<ObligationAct, ObligationAct> takesBack) {
        List<UUID> gone = schedule.bends().stream().map(Bend::restores).toList();
        int here = place(act.actId());
        return schedule.bends().stream()
                .filter(bend -> bend.kind() == kind && !gone.contains(bend.id()))
                .filter(bend -> place(bend.causeId()) >= 0 && place(bend.causeId()) < here)
                .filter(bend -> takesBack.test(act, acts.get(place(bend.causeId()))))
                .map(bend -> restoring(act, bend));
    }

    private int place(UUID actId) {
        for (int i = 0; i < acts.size(); i++) {
            if (acts.get(i).actId().equals(actId)) {
                return i;
            }
        }
        return -1;
    }

    private Change restoring(ObligationAct act, Bend bend) {
        UUID id = EventIds.derived(act.actId(), "RESTORE:" + bend.id());
        return new Change(schedule, Bend.restoring(id, act.actId(), act.day(), bend));
    }

    private Change bend(ObligationAct act, Bend.Kind kind) {
        Bend.Units units = act.unitsAll() == null ? null : new Bend.Units(act.unitsDone(), act.unitsAll());
        return new Change(
                schedule,
                Bend.of(
                        EventIds.derived(act.actId(), kind + ":" + schedule.id()),
                        act.actId(),
                        kind,
                        act.day(),
                        schedule.amount().currency(),
                        units,
                        act.newEnd()));
    }
}
