package io.counterfoil.ledger;

import io.counterfoil.common.event.EventBatch;
import io.counterfoil.common.event.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The door for what order-service tells. */
@ApplicationScoped
public class OrderEventsConsumer {

    @Inject
    Inbox inbox;

    @Incoming("order-events")
    public void take(EventBatch batch) {
        inbox.take(batch);
    }
}
