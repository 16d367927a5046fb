package io.counterfoil.billing.draft;

import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Asks the tax source again for what waits for it. */
@ApplicationScoped
class WaitingTaxTimer implements DueWork {

    @Inject
    RetryWaiting retry;

    @Inject
    Drafts drafts;

    @Override
    public String name() {
        return "waiting-tax";
    }

    @Override
    public Optional<Instant> nextDue() {
        return drafts.nextRetry();
    }

    @Override
    public boolean workOnce() {
        return retry.handle();
    }
}
