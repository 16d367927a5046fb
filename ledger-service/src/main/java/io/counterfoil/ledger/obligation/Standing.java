package io.counterfoil.ledger.obligation;

import io.counterfoil.ledger.obligation.ObligationAct.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Where acts have left an obligation.
 *
 * @param held what holds it back; empty when nothing does
 * @param end what ends it early; null when nothing does
 * @param liftedOn the last day on which what held it was lifted; null when nothing ever was
 */
record Standing(List<ObligationAct> held, ObligationAct end, LocalDate liftedOn) {

    /** @param acts in their order */
    static Standing after(List<ObligationAct> acts) {
        List<ObligationAct> held = new ArrayList<>();
        ObligationAct end = null;
        LocalDate liftedOn = null;
        for (ObligationAct act : acts) {
            boolean ends = act.kind() == Kind.RESUME || act.kind() == Kind.TERMINATE;
            if (ends && held.removeIf(hold -> lifts(act, hold))) {
                liftedOn = act.day();
            }
            switch (act.kind()) {
                case HOLD -> held.add(act);
                case TERMINATE -> end = end == null || act.day().isBefore(end.day()) ? act : end;
                case CONTINUE -> end = end != null && isBefore(act, end) ? null : end;
                default -> {}
            }
        }
        return new Standing(end == null ? held : List.of(), end, liftedOn);
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

    Obligation.State state() {
        if (end != null) {
            return Obligation.State.TERMINATED;
        }
        return held.isEmpty() ? Obligation.State.OPEN : Obligation.State.HELD;
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
