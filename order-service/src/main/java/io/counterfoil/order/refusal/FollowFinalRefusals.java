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

    @Inject
    FollowFinalRefusals(FinalRefusals refusals) {
        this.refusals = refusals;
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
        if (refused.givenUp()) {
            refusals.takeBack(refused.orderId(), refused.reason());
        }
    }

    private record Refused(UUID orderId, String reason, boolean givenUp) {}
}
