package io.counterfoil.ledger.balance;

import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Adds balances up whenever many entries wait for it. Nothing depends on it but speed, so it is never due. */
@ApplicationScoped
class RollingTimer implements DueWork {

    private static final int ENTRIES = 5_000;

    @Inject
    RollBalances roll;

    @Override
    public String name() {
        return "balance-rolling";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    /** Once is enough: what is open when it runs waits for the next turn. */
    @Override
    public boolean decidesNothing() {
        return true;
    }

    @Override
    public boolean workOnce() {
        roll.handle(ENTRIES);
        return false;
    }
}
