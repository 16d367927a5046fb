package io.counterfoil.customer;

import io.counterfoil.common.event.EventBatch;
import io.counterfoil.common.event.Inbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The door for the facts of ledger-service: exchange rates. */
@ApplicationScoped
public class LedgerEventsConsumer {

    @Inject
    Inbox inbox;

    /** Takes a batch into the inbox. */
    @Incoming("ledger-events")
    public void take(EventBatch batch) {
        inbox.take(batch);
    }
}
