package io.counterfoil.billing.refund;

import io.counterfoil.billing.gateway.Gateway;
import io.counterfoil.billing.gateway.GatewayAnswer;
import io.counterfoil.billing.gateway.GatewayAnswer.Outcome;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Asks the gateway to pay a refund. After an attempt without an answer it looks what the gateway did before it repeats; the
 * refund's id is the key of the call, so that even a repeat pays nothing twice.
 */
@Dependent
class PayRefund implements StepHandler {

    static final String KIND = "pay-refund";

    private final RefundRows rows;
    private final Payments payments;
    private final Gateway gateway;
    private final Refunds refunds;
    private final MarkRefundUnknown unknown;

    @Inject
    PayRefund(RefundRows rows, Payments payments, Gateway gateway, Refunds refunds, MarkRefundUnknown unknown) {
        this.rows = rows;
        this.payments = payments;
        this.gateway = gateway;
        this.refunds = refunds;
        this.unknown = unknown;
    }

    /** What the step keeps. */
    record Payload(UUID refundId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        UUID id = step.payloadAs(Payload.class).refundId();
        Refund refund = rows.byId(id, false).orElseThrow(() -> new NotFound("refund", id));
        if (refund.state().moves().isEmpty()) {
            return StepOutcome.done(() -> {});
        }
        String reference =
                payments.byId(refund.from().paymentId()).orElseThrow().reference();
        GatewayAnswer answer = step.attempts() == 1
                ? gateway.refund(reference, refund.amount(), id)
                : gateway.find(reference, id).orElseGet(() -> gateway.refund(reference, refund.amount(), id));
        if (answer.outcome() == Outcome.UNKNOWN) {
            unknown.handle(id);
            return StepOutcome.retry(answer.reason());
        }
        return StepOutcome.done(() -> refunds.answered(id, answer));
    }
}
