package io.counterfoil.ledger.obligation;

import io.counterfoil.common.event.EventIds;
import io.counterfoil.ledger.schedule.Bend;
import io.counterfoil.ledger.schedule.RevenueSchedule;
import io.counterfoil.ledger.schedule.RevenueSchedules.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What acts on an obligation do to the schedule of one of its invoice lines. */
final class ActBends {

    private ActBends() {}

    /** Of one act, for a schedule that was there before it. */
    static List<Change> of(ObligationAct act, RevenueSchedule schedule) {
        return switch (act.kind()) {
            case SEPARATE -> List.of();
            case HOLD -> List.of(bend(act, schedule, Bend.Kind.HOLD));
            case PROGRESS -> List.of(bend(act, schedule, Bend.Kind.PROGRESS));
            case PROSPECTIVE -> List.of(bend(act, schedule, Bend.Kind.PROSPECTIVE));
            case CATCH_UP -> List.of(bend(act, schedule, Bend.Kind.CATCH_UP));
            case TERMINATE -> resumedAnd(act, schedule, bend(act, schedule, Bend.Kind.ACCELERATE));
            case RESUME -> resumed(act, schedule);
        };
    }

    /** Of all acts before it was billed: where its delivery stands, and whether it is held. */
    static List<Change> beforeBilling(List<ObligationAct> acts, RevenueSchedule schedule) {
        List<Change> changes = new ArrayList<>();
        ObligationAct units = null;
        ObligationAct hold = null;
        boolean fromTheBeginning = false;
        for (ObligationAct act : acts) {
            units = act.unitsAll() == null ? units : act;
            fromTheBeginning = act.kind() == ObligationAct.Kind.CATCH_UP || fromTheBeginning;
            hold = switch (act.kind()) {
                case HOLD -> act;
                case RESUME, TERMINATE -> null;
                default -> hold;
            };
        }
        if (units != null) {
            changes.add(bend(units, schedule, fromTheBeginning ? Bend.Kind.PROGRESS : Bend.Kind.BASE));
        }
        if (hold != null) {
            changes.add(bend(hold, schedule, Bend.Kind.HOLD));
        }
        return changes;
    }

    private static List<Change> resumedAnd(ObligationAct act, RevenueSchedule schedule, Change last) {
        List<Change> changes = new ArrayList<>(resumed(act, schedule));
        changes.add(last);
        return changes;
    }

    private static List<Change> resumed(ObligationAct act, RevenueSchedule schedule) {
        List<UUID> takenBack = schedule.bends().stream().map(Bend::restores).toList();
        return schedule.bends().stream()
                .filter(bend -> bend.kind() == Bend.Kind.HOLD && !takenBack.contains(bend.id()))
                .map(bend -> new Change(
                        schedule,
                        Bend.restoring(
                                EventIds.derived(act.actId(), "RESTORE:" + bend.id()),
                                act.actId(),
                                act.effectiveDate(),
                                bend)))
                .toList();
    }

    private static Change bend(ObligationAct act, RevenueSchedule schedule, Bend.Kind kind) {
        Bend.Units units = act.unitsAll() == null ? null : new Bend.Units(act.unitsDone(), act.unitsAll());
        return new Change(
                schedule,
                Bend.of(
                        EventIds.derived(act.actId(), kind + ":" + schedule.id()),
                        act.actId(),
                        kind,
                        act.effectiveDate(),
                        schedule.amount().currency(),
                        units,
                        act.newEnd()));
    }
}
