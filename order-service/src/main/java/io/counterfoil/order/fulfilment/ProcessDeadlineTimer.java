package io.counterfoil.order.fulfilment;

import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Looks which processes stay in a state for too long. */
@ApplicationScoped
class ProcessDeadlineTimer implements DueWork {

    @Inject
    OverdueProcesses overdue;

    @Inject
    ParkOverdueProcess park;

    @Override
    public String name() {
        return "quote-to-cash-deadlines";
    }

    @Override
    public Optional<Instant> nextDue() {
        return overdue.nextDue();
    }

    @Override
    public boolean workOnce() {
        return park.handle();
    }
}
