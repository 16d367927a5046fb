package io.counterfoil.order;

import io.counterfoil.common.event.EventBatch;
import io.counterfoil.common.event.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The door for customer-service's events: orders that wait for a customer go on. */
@ApplicationScoped
public class CustomerEventsConsumer {

    @Inject
    Inbox inbox;

    /** Takes a batch into the inbox. */
    @Incoming("customer-events")
    public void take(EventBatch batch) {
        inbox.take(batch);
    }
}
