package io.counterfoil.billing.refund;

import io.counterfoil.billing.document.SecondPersonRequired;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.UUID;

/** A second person approves or rejects a refund. */
@UseCase
class DecideRefund {

    private final RefundRows rows;
    private final SendRefund send;

    @Inject
    DecideRefund(RefundRows rows, SendRefund send) {
        this.rows = rows;
        this.send = send;
    }

    Refund handle(UUID refundId, boolean approved) {
        Refund refund = rows.byId(refundId, true).orElseThrow(() -> new NotFound("refund", refundId));
        String who = Correlation.current().actor();
        if (!approved) {
            Refund rejected = refund.reject(who);
            rows.move(rejected);
            return rejected;
        }
        Refund agreed = refund.approve(who);
        if (refund.why().requestedBy().equals(who)) {
            throw new SecondPersonRequired("Refund " + refundId, who);
        }
        return Correlation.within(
                Correlation.current().continuing(refund.correlationId()), () -> send.approved(agreed));
    }
}
