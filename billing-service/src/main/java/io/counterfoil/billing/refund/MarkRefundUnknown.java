package io.counterfoil.billing.refund;

import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** The gateway gave no answer: nobody knows whether the money is gone. */
@UseCase
class MarkRefundUnknown {

    private final RefundRows rows;

    @Inject
    MarkRefundUnknown(RefundRows rows) {
        this.rows = rows;
    }

    void handle(UUID refundId) {
        Refund refund = rows.byId(refundId, true).orElseThrow();
        if (refund.state() == RefundState.PENDING) {
            rows.move(refund.unknown());
        }
    }
}
