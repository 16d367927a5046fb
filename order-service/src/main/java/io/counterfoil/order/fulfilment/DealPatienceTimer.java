package io.counterfoil.order.fulfilment;

import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks which deals have waited long enough for their other parts, the oldest first: one whose time has come always has an
 * outcome to write, and waits no more then.
 */
@ApplicationScoped
class DealPatienceTimer implements DueWork {

    @Inject
    Processes processes;

    @Inject
    ShowDealSoFar show;

    @Override
    public String name() {
        return "deals-in-parts";
    }

    @Override
    public Optional<Instant> nextDue() {
        return processes.keptBack().map(Processes.Kept::until);
    }

    @Override
    public boolean workOnce() {
        return show.handle();
    }
}
