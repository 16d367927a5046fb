package io.counterfoil.order.callback;

import io.counterfoil.common.time.DueWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Looks whether a state has changed of which somebody wants to know. */
@ApplicationScoped
class CallbackTimer implements DueWork {

    @Inject
    Callbacks callbacks;

    @Inject
    TellChanges tell;

    @Override
    public String name() {
        return "callbacks";
    }

    @Override
    public Optional<Instant> nextDue() {
        return callbacks.isAnyLeft() ? Optional.of(Instant.EPOCH) : Optional.empty();
    }

    @Override
    public boolean decidesNothing() {
        return true;
    }

    @Override
    public boolean workOnce() {
        return tell.handle();
    }
}
