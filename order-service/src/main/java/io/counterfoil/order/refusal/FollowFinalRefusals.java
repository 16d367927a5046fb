package io.counterfoil.order.refusal;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** billing-service will not bill an order, whatever is mended: what was begun of it is taken back. */
@Dependent
class FollowFinalRefusals implements EventHandler {

    private final FinalRefusals refusals;

    @Inject
    FollowFinalRefusals(FinalRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Set<String> types() {
        return Set.of("io.counterfoil.billing.order.refused-by-billing.v1");
    }

    @Override
    public void handle(Envelope event) {
        RefusedByBilling refused = event.dataAs(RefusedByBilling.class);
        if (refused.givenUp()) {
            refusals.takeBack(refused.orderId(), refused.reason());
        }
    }

    private record RefusedByBilling(UUID orderId, String reason, boolean givenUp) {}
}
