package io.counterfoil.order.refusal;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** An order will not be billed, or not be posted, whatever is mended: what was begun of it is taken back. */
@Dependent
class FollowFinalRefusals implements EventHandler {

    private final FinalRefusals refusals;
    private final RefusalRules rules;

    @Inject
    FollowFinalRefusals(FinalRefusals refusals, RefusalRules rules) {
        this.refusals = refusals;
        this.rules = rules;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                "io.counterfoil.billing.order.refused-by-billing.v1",
                "io.counterfoil.ledger.order.refused-by-ledger.v1");
    }

    @Override
    public void handle(Envelope event) {
        Refused refused = event.dataAs(Refused.class);
        if (refused.givenUp() && concernsTheWhole(refused)) {
            refusals.takeBack(refused.orderId(), refused.reason());
        }
    }

    /** Without an invoice the order is nothing; without a credit it is what it was, and only who waits for the credit goes on. */
    private boolean concernsTheWhole(Refused refused) {
        return refused.documentId() == null || rules.bills(refused.documentId(), refused.orderId());
    }

    /** @param documentId what the ledger does not post; null where billing-service does not bill the order at all */
    private record Refused(UUID orderId, UUID documentId, String reason, boolean givenUp) {}
}
