package io.counterfoil.billing.refund;

import io.counterfoil.billing.document.SecondPersonRequired;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.UUID;

/** A second person approves or rejects a refund. */
@UseCase
class DecideRefund {

    private final RefundRows rows;
    private final SendRefund send;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    DecideRefund(RefundRows rows, SendRefund send, Outbox outbox, BusinessClock clock) {
        this.rows = rows;
        this.send = send;
        this.outbox = outbox;
        this.clock = clock;
    }

    Refund handle(UUID refundId, boolean approved) {
        Refund refund = rows.byId(refundId, true).orElseThrow(() -> new NotFound("refund", refundId));
        String who = Correlation.current().actor();
        if (!approved) {
            return reject(refund, who);
        }
        Refund agreed = refund.approve(who);
        if (refund.why().requestedBy().equals(who)) {
            throw new SecondPersonRequired("Refund " + refundId, who);
        }
        return Correlation.within(
                Correlation.current().continuing(refund.correlationId()), () -> send.approved(agreed));
    }

    private Refund reject(Refund refund, String who) {
        Refund rejected = refund.reject(who);
        rows.move(rejected);
        Correlation.within(
                Correlation.current().continuing(refund.correlationId()),
                () -> outbox.publish(RefundFacts.rejected(rejected, clock.now()), rejected.eventId()));
        return rejected;
    }
}
