package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.fulfilment.OverdueProcesses.Overdue;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Makes an exception of one process that stays in a state for too long, or resolves that of one that has gone on. */
@UseCase
class ParkOverdueProcess {

    private final OverdueProcesses overdue;
    private final Processes processes;
    private final Journeys journeys;
    private final BusinessClock clock;

    @Inject
    ParkOverdueProcess(OverdueProcesses overdue, Processes processes, Journeys journeys, BusinessClock clock) {
        this.overdue = overdue;
        this.processes = processes;
        this.journeys = journeys;
        this.clock = clock;
    }

    /** False when there was nothing to do. */
    boolean handle() {
        Optional<UUID> left = overdue.left();
        left.ifPresent(order -> journeys.wentOn(ProcessKind.QUOTE_TO_CASH, order));
        if (left.isPresent()) {
            return true;
        }
        Optional<Overdue> found = overdue.next(clock.now());
        found.ifPresent(
                one -> Correlation.within(Correlation.current().continuing(one.correlationId()), () -> park(one)));
        return found.isPresent();
    }

    /** Locked, so that it does not go on meanwhile; what has gone on is looked at again. */
    private void park(Overdue one) {
        processes
                .forChange(one.orderId())
                .filter(process -> process.state().name().equals(one.state()))
                .ifPresent(process ->
                        journeys.overdue(ProcessKind.QUOTE_TO_CASH, one.orderId(), one.state(), one.since()));
    }
}
