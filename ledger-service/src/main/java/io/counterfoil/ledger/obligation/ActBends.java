package io.counterfoil.ledger.obligation;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.ledger.obligation.ObligationAct.Kind;
import io.counterfoil.ledger.schedule.Bend;
import io.counterfoil.ledger.schedule.Method;
import io.counterfoil.ledger.schedule.RevenueSchedule;
import io.counterfoil.ledger.schedule.RevenueSchedules.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
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
        standing.held().forEach(hold -> changes.addAll(bends.held(hold)));
        if (standing.end() != null) {
            changes.addAll(bends.unlessOver(standing.end(), Bend.Kind.ACCELERATE));
        }
        return changes;
    }

    private List<Change> of(ObligationAct act) {
        return switch (act.kind()) {
            case SEPARATE -> List.of();
            case HOLD -> held(act);
            case PROGRESS -> List.of(bend(act, Bend.Kind.PROGRESS));
            case PROSPECTIVE -> List.of(bend(act, Bend.Kind.PROSPECTIVE));
            case CATCH_UP -> List.of(bend(act, Bend.Kind.CATCH_UP));
            case RESUME ->
                takenBack(act, Bend.Kind.HOLD, hold -> isEarlier(hold, act) && Standing.lifts(act, hold))
                        .toList();
            case TERMINATE -> isGoingOn(act) ? List.of() : ended(act);
            case CONTINUE ->
                Stream.concat(
                                takenBack(
                                        act,
                                        Bend.Kind.ACCELERATE,
                                        end -> isEarlier(end, act) && Standing.isBefore(act, end)),
                                heldOn(act).stream())
                        .toList();
        };
    }

    /** An end lifts those holds too that are told later. */
    private List<Change> ended(ObligationAct end) {
        return Stream.concat(
                        takenBack(end, Bend.Kind.HOLD, hold -> true), unlessOver(end, Bend.Kind.ACCELERATE).stream())
                .toList();
    }

    /** Whether it was told before that this end does not come. */
    private boolean isGoingOn(ObligationAct end) {
        return later(end).anyMatch(act -> act.kind() == Kind.CONTINUE && Standing.isBefore(act, end));
    }

    /** A hold, and that it is lifted where that was told before it. */
    private List<Change> held(ObligationAct hold) {
        List<Change> changes = new ArrayList<>(unlessOver(hold, Bend.Kind.HOLD));
        if (!changes.isEmpty()) {
            Bend made = changes.get(0).bend();
            Standing standing = Standing.after(acts);
            Stream.concat(
                            later(hold).filter(act -> act.kind() == Kind.RESUME && Standing.lifts(act, hold)),
                            standing.endsAfter(hold) ? Stream.of(standing.end()) : Stream.empty())
                    .min(Comparator.comparing(ObligationAct::day))
                    .ifPresent(lifting -> changes.add(restoring(lifting, made)));
        }
        return changes;
    }

    /** What holds it was to be lifted by the end that was taken back: it goes on to be held. */
    private List<Change> heldOn(ObligationAct back) {
        List<UUID> ends = acts.stream()
                .filter(act -> act.kind() == Kind.TERMINATE && isEarlier(act, back) && Standing.isBefore(back, act))
                .map(ObligationAct::actId)
                .toList();
        List<UUID> lifted = schedule.bends().stream()
                .filter(bend -> bend.kind() == Bend.Kind.RESTORE && ends.contains(bend.causeId()))
                .map(Bend::restores)
                .toList();
        return Standing.after(acts).held().stream()
                .flatMap(hold -> schedule.bends().stream()
                        .filter(bend -> bend.causeId().equals(hold.actId()) && lifted.contains(bend.id()))
                        .limit(1)
                        .flatMap(bend -> heldOn(back, hold, bend)))
                .toList();
    }

    private Stream<Change> heldOn(ObligationAct back, ObligationAct hold, Bend lifted) {
        Bend again = Bend.of(
                EventIds.derived(back.actId(), "HOLD:" + lifted.id()),
                hold.actId(),
                Bend.Kind.HOLD,
                hold.day(),
                schedule.amount().currency(),
                null,
                null);
        Standing standing = Standing.after(acts);
        Stream<Change> lifting =
                standing.endsAfter(hold) ? Stream.of(restoring(standing.end(), again)) : Stream.empty();
        return Stream.concat(Stream.of(new Change(schedule, again)), lifting);
    }

    private Stream<ObligationAct> later(ObligationAct act) {
        return acts.subList(place(act.actId()) + 1, acts.size()).stream();
    }

    private boolean isEarlier(ObligationAct one, ObligationAct other) {
        return place(one.actId()) < place(other.actId());
    }

    /** Nothing stops or hastens what is earned by then. */
    private List<Change> unlessOver(ObligationAct act, Bend.Kind kind) {
        LocalDate over = schedule.curve(schedule.bends()).horizon();
        return schedule.method() == Method.PROGRESS || act.day().isBefore(over) ? List.of(bend(act, kind)) : List.of();
    }

    /** Those bends of acts that this one takes back, as far as nothing else did by its day. */
    private Stream<Change> takenBack(ObligationAct act, Bend.Kind kind, Predicate<ObligationAct> takesBack) {
        List<UUID> gone = schedule.bends().stream()
                .filter(bend -> bend.kind() == Bend.Kind.RESTORE && !bend.day().isAfter(act.day()))
                .map(Bend::restores)
                .toList();
        return schedule.bends().stream()
                .filter(bend -> bend.kind() == kind && !gone.contains(bend.id()))
                .filter(bend -> place(bend.causeId()) >= 0 && takesBack.test(acts.get(place(bend.causeId()))))
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
