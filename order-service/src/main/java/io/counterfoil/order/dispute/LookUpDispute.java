package io.counterfoil.order.dispute;

import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** What a step needs to know before it asks billing-service, read in a transaction of its own. */
@UseCase
class LookUpDispute {

    private final Disputes disputes;

    @Inject
    LookUpDispute(Disputes disputes) {
        this.disputes = disputes;
    }

    Dispute handle(UUID disputeId) {
        return disputes.get(disputeId);
    }
}
