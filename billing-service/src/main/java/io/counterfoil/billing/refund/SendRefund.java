package io.counterfoil.billing.refund;

import io.counterfoil.common.step.Steps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;

/** An approved refund goes to the gateway by a step, or waits until somebody has paid it by hand. */
@Dependent
class SendRefund {

    private final RefundRows rows;
    private final Steps steps;

    @Inject
    SendRefund(RefundRows rows, Steps steps) {
        this.rows = rows;
        this.steps = steps;
    }

    Refund approved(Refund approved) {
        boolean gateway = RequestRefund.GATEWAY.equals(approved.channel());
        Refund refund = gateway ? approved.pending() : approved;
        rows.move(refund);
        if (gateway) {
            steps.schedule(PayRefund.KIND, refund.refundId().toString(), Map.of("refundId", refund.refundId()));
        }
        return refund;
    }
}
