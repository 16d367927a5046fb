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

    private static final String BY_BILLING = "io.counterfoil.billing.order.refused-by-billing.v1";
    private static final String BY_LEDGER = "io.counterfoil.ledger.order.refused-by-ledger.v1";

    private final FinalRefusals refusals;
    private final UnpostedInvoices unposted;

    @Inject
    FollowFinalRefusals(FinalRefusals refusals, UnpostedInvoices unposted) {
        this.refusals = refusals;
        this.unposted = unposted;
    }

    @Override
    public Set<String> types() {
        return Set.of(BY_BILLING, BY_LEDGER);
    }

    @Override
    public void handle(Envelope event) {
        if (event.type().equals(BY_LEDGER)) {
            Unposted document = event.dataAs(Unposted.class);
            if (!document.takesBack()) {
                unposted.add(document.documentId(), document.orderId(), document.reason());
            }
        } else {
            Refused refused = event.dataAs(Refused.class);
            if (refused.givenUp()) {
                refusals.takeBack(refused.orderId(), refused.reason());
            }
        }
    }

    /** @param givenUp by two people; else it may still be mended */
    private record Refused(UUID orderId, String reason, boolean givenUp) {}

    /**
     * What the ledger does not post.
     *
     * @param takesBack without a credit the order is what it was, and only who waits for the credit goes on; without an invoice it is
     *     nothing
     */
    private record Unposted(UUID orderId, UUID documentId, String reason, boolean takesBack) {}
}
