package io.counterfoil.ledger.obligation;

import io.counterfoil.ledger.obligation.ObligationAct.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where acts have left an obligation.
 *
 * @param held what holds it back, until it ends; empty when nothing does
 * @param end what ends it early, on a day that may lie ahead; null when nothing does
 * @param liftedOn the last day on which what held it was lifted, but for its end; null when nothing ever was
 */
record Standing(List<ObligationAct> held, ObligationAct end, LocalDate liftedOn) {

    /** @param acts in their order */
    static Standing after(List<ObligationAct> acts) {
        List<ObligationAct> held = new ArrayList<>();
        ObligationAct end = null;
        LocalDate liftedOn = null;
        for (ObligationAct act : acts) {
            if (act.kind() == Kind.RESUME && held.removeIf(hold -> lifts(act, hold))) {
                liftedOn = act.day();
            }
            switch (act.kind()) {
                case HOLD -> held.add(act);
                case TERMINATE -> end = end == null || act.day().isBefore(end.day()) ? act : end;
                case CONTINUE -> end = end != null && isBefore(act, end) ? null : end;
                default -> {}
            }
        }
        return new Standing(held, end, liftedOn);
    }

    /**
     * What billing tells of a subscription's rest lifts no hold that a person laid, and none of another cause: the customer and
     * dunning stop it each on their own. Its end lifts all, and so does a person.
     */
    static boolean lifts(ObligationAct act, ObligationAct hold) {
        return act.kind() == Kind.TERMINATE || act.isByPerson() || !hold.isByPerson() && act.isOfSameCause(hold);
    }

    /** Whether it takes back an end that an event told of and that has not come. */
    static boolean isBefore(ObligationAct back, ObligationAct end) {
        return !end.isByPerson() && back.effectiveDate().isBefore(end.effectiveDate());
    }

    /** The state on a day by what was done until then: what takes effect later has not come. */
    static Obligation.State on(LocalDate day, List<ObligationAct> acts) {
        return after(acts.stream().filter(act -> !act.day().isAfter(day)).toList())
                .state(day);
    }

    /** The state on a day by all that was done: an end that lies ahead has not come by then. */
    Obligation.State state(LocalDate day) {
        if (end != null && !end.day().isAfter(day)) {
            return Obligation.State.TERMINATED;
        }
        return held.isEmpty() ? Obligation.State.OPEN : Obligation.State.HELD;
    }

    /** Whether it ends after a hold began, so that the hold ends with it. */
    boolean endsAfter(ObligationAct hold) {
        return end != null && end.day().isAfter(hold.day());
    }

    /** The first day on which nothing is earned; null when nothing holds it back. */
    LocalDate heldFrom() {
        return held.stream()
                .map(ObligationAct::effectiveDate)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    LocalDate endsOn() {
        return end == null ? null : end.day();
    }
}
