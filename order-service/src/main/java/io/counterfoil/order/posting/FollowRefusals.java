package io.counterfoil.order.posting;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Tells the processes that wait for a document that it will never be posted: a second person or the gateway said no. */
@Dependent
class FollowRefusals implements EventHandler {

    private static final String DISCARDED = "io.counterfoil.billing.creditmemo.discarded.v1";
    private static final String FAILED = "io.counterfoil.billing.refund.failed.v1";

    private final Postings postings;
    private final Event<DocumentRefused> told;

    @Inject
    FollowRefusals(Postings postings, Event<DocumentRefused> told) {
        this.postings = postings;
        this.told = told;
    }

    @Override
    public Set<String> types() {
        return Set.of(DISCARDED, FAILED);
    }

    @Override
    public void handle(Envelope event) {
        Refused refused = event.dataAs(Refused.class);
        postings.refused(refused.documentId(), refused.words()).forEach(told::fire);
    }

    private record Refused(UUID creditMemoId, UUID refundId, String decidedBy, String reasonCode, String reason) {

        UUID documentId() {
            return refundId == null ? creditMemoId : refundId;
        }

        String words() {
            if (refundId == null) {
                return "credit memo " + creditMemoId + " was refused by " + decidedBy;
            }
            return "refund " + refundId + " is not paid: " + reasonCode + (reason == null ? "" : ", " + reason);
        }
    }
}
