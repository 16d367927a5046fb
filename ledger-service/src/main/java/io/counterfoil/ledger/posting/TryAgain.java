package io.counterfoil.ledger.posting;

import io.counterfoil.common.db.Transactions;
import io.counterfoil.common.time.DueWork;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trouble.ReplayTrouble;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Tries parked facts again when what they waited for is here; nobody has to ask for it. */
@ApplicationScoped
class TryAgain implements DueWork {

    @Inject
    Waiting waiting;

    @Inject
    ReplayTrouble replay;

    @Inject
    Transactions transactions;

    @Override
    public String name() {
        return "waiting-facts";
    }

    @Override
    public Optional<Instant> nextDue() {
        return waiting.ready().map(ready -> SystemTime.now());
    }

    @Override
    public boolean workOnce() {
        Optional<Waiting.Ready> ready = waiting.ready();
        ready.ifPresent(this::again);
        return ready.isPresent();
    }

    private void again(Waiting.Ready ready) {
        transactions.fresh(() -> waiting.waitsNoLonger(ready.eventId()));
        replay.attempt(ready.exceptionId(), "ledger-service");
    }
}
