package io.counterfoil.ledger.obligation;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A promise of a contract: {@code OPEN ⇄ HELD}, {@code OPEN → SATISFIED}, {@code OPEN | HELD → TERMINATED}.
 *
 * @param stated what it costs by the order; null while only the contract is known
 * @param allocated its share of the contract's price
 * @param acts what was done to it, in the order in which it became known
 */
record Obligation(
        String id,
        UUID contractId,
        long contractVersion,
        UUID lineId,
        String productId,
        String treatment,
        Money standalone,
        String standaloneSource,
        Money priced,
        Money stated,
        Money allocated,
        LocalDate start,
        LocalDate end,
        List<ObligationAct> acts) {

    enum State {
        OPEN,
        HELD,
        SATISFIED,
        TERMINATED
    }

    Obligation with(List<ObligationAct> known) {
        return new Obligation(
                id,
                contractId,
                contractVersion,
                lineId,
                productId,
                treatment,
                standalone,
                standaloneSource,
                priced,
                stated,
                allocated,
                start,
                end,
                known);
    }

    /** As it was before what became known later was done to it. */
    Obligation asKnownAt(Instant moment) {
        return with(
                acts.stream().filter(act -> !act.recordedAt().isAfter(moment)).toList());
    }

    /** What the customer pays for it. */
    Money price() {
        return stated == null ? priced : stated;
    }

    /** Its state on a day by what was done to it; whether it is satisfied its schedules know. */
    State state(LocalDate day) {
        return Standing.on(day, acts);
    }

    /** On which day it ends early, which may lie ahead; null when nothing ends it. */
    LocalDate endsOn() {
        return Standing.after(acts).endsOn();
    }

    /** Refuses an act that its state on that day does not allow. */
    void require(ObligationAct.Kind kind, LocalDate day) {
        State state = Standing.after(acts).state(day);
        List<ObligationAct.Kind> legal = legal(state);
        if (!legal.contains(kind)) {
            throw new IllegalMove("Performance obligation " + id, state, kind.words(), legal);
        }
    }

    private static List<ObligationAct.Kind> legal(State state) {
        return switch (state) {
            case OPEN -> ObligationAct.Kind.allBut(ObligationAct.Kind.RESUME, ObligationAct.Kind.CONTINUE);
            case HELD -> ObligationAct.Kind.allBut(ObligationAct.Kind.HOLD, ObligationAct.Kind.CONTINUE);
            default -> List.of();
        };
    }
}
