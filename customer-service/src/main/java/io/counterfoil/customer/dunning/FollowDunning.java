package io.counterfoil.customer.dunning;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/**
 * Suspends a customer whose subscriptions dunning suspends, and reinstates it when it holds none of them any more. Whom a
 * person suspended only a person reinstates.
 */
@Dependent
class FollowDunning implements EventHandler {

    private static final String SUSPENDED = "io.counterfoil.billing.subscription.suspended.v1";
    private static final String RESUMED = "io.counterfoil.billing.subscription.resumed.v1";
    private static final String CANCELLED = "io.counterfoil.billing.subscription.cancelled.v1";

    private final DunnedSubscriptions dunned;
    private final Dunning dunning;

    @Inject
    FollowDunning(DunnedSubscriptions dunned, Dunning dunning) {
        this.dunned = dunned;
        this.dunning = dunning;
    }

    @Override
    public Set<String> types() {
        return Set.of(SUSPENDED, RESUMED, CANCELLED);
    }

    @Override
    public void handle(Envelope event) {
        Told told = event.dataAs(Told.class);
        boolean byDunning = "DUNNING".equals(told.cause());
        if (event.type().equals(SUSPENDED) && byDunning) {
            dunned.hold(told.subscriptionId(), told.customerId());
            dunning.suspend(told.customerId(), told.reason());
        } else if (event.type().equals(CANCELLED) || byDunning) {
            dunned.release(told.subscriptionId());
            dunning.reinstate(told.customerId());
        }
    }

    private record Told(UUID subscriptionId, UUID customerId, String cause, String reason) {}
}
