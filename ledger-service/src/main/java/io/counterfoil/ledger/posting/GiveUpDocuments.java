package io.counterfoil.ledger.posting;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.Troubles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * What follows when a document will not be posted, in the caller's transaction. Two people gave it up, or it takes back only such: then
 * its exception is ended with the reason, and nobody waits.
 */
@Dependent
class GiveUpDocuments {

    private static final Set<String> OF_ORDERS =
            Set.of("io.counterfoil.billing.invoice.issued.v1", "io.counterfoil.billing.creditmemo.issued.v1");
    private static final String ORIGIN = "ledger.billing-events";
    private static final String ACTOR = "ledger-service";

    private final UnpostedDocuments unposted;
    private final Waiting waiting;
    private final Troubles troubles;
    private final Outbox outbox;

    @Inject
    GiveUpDocuments(UnpostedDocuments unposted, Waiting waiting, Troubles troubles, Outbox outbox) {
        this.unposted = unposted;
        this.waiting = waiting;
        this.troubles = troubles;
        this.outbox = outbox;
    }

    /** Nobody will post it: the last word on what bills an order, or takes something of that back. */
    void givenUp(Envelope event, Trouble trouble) {
        if (OF_ORDERS.contains(event.type())) {
            keep(event, trouble.code() + ": " + trouble.reason());
            OrderRefusedByLedger.of(event, trouble).ifPresent(outbox::publish);
        }
    }

    /** It takes back only what nobody will post. */
    void passedOver(Envelope event, TakesBackUnposted why) {
        troubles.open(ORIGIN, event.subject()).stream()
                .filter(trouble -> event.id().equals(trouble.eventId()))
                .forEach(trouble -> {
                    if (OF_ORDERS.contains(event.type())) {
                        keep(event, why.getMessage());
                        OrderRefusedByLedger.of(event, trouble).ifPresent(outbox::publish);
                    }
                    troubles.resolve(trouble.id(), ACTOR, "passed over: " + why.getMessage());
                });
    }

    private void keep(Envelope event, String reason) {
        TakenBack document = TakenBack.of(event);
        if (document != null && document.documentId() != null) {
            unposted.add(event, document.documentId(), document.ids(), reason);
            waiting.inVain(document.ids());
        }
    }
}
