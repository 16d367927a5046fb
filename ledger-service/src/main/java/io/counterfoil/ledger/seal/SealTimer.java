package io.counterfoil.ledger.seal;

import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Seals at every turn of the timer; nothing waits for it, so nothing falls due. */
@ApplicationScoped
class SealTimer implements DueWork {

    @Inject
    SealNextSet seal;

    @Override
    public String name() {
        return "journal-seal";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Override
    public boolean workOnce() {
        return seal.handle();
    }
}
