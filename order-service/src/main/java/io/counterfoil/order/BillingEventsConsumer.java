package io.counterfoil.order;

import io.counterfoil.common.event.EventBatch;
import io.counterfoil.common.event.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The door for billing-service's events. */
@ApplicationScoped
public class BillingEventsConsumer {

    @Inject
    Inbox inbox;

    /** Takes a batch into the inbox. */
    @Incoming("billing-events")
    public void take(EventBatch batch) {
        inbox.take(batch);
    }
}
