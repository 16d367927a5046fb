package io.counterfoil.billing.collection;

import io.counterfoil.billing.gateway.ChargeAnswer;
import io.counterfoil.billing.gateway.ChargeAnswer.Outcome;
import io.counterfoil.billing.gateway.ChargeOrder;
import io.counterfoil.billing.gateway.Gateway;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks the gateway to take the money of an attempt. An attempt that it may have heard of is looked for before it is repeated,
 * and the attempt's id is the key of the call, so that even a repeat takes nothing twice.
 */
@Dependent
class CollectInvoice implements StepHandler {

    static final String KIND = "collect-invoice";

    private final AttemptRows rows;
    private final Payments payments;
    private final Gateway gateway;
    private final Attempts attempts;
    private final SendAttempt send;
    private final MarkAttemptUnknown unknown;

    @Inject
    CollectInvoice(
            AttemptRows rows,
            Payments payments,
            Gateway gateway,
            Attempts attempts,
            SendAttempt send,
            MarkAttemptUnknown unknown) {
        this.rows = rows;
        this.payments = payments;
        this.gateway = gateway;
        this.attempts = attempts;
        this.send = send;
        this.unknown = unknown;
    }

    /** What the step keeps. */
    record Payload(UUID attemptId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        UUID id = step.payloadAs(Payload.class).attemptId();
        Attempt attempt = rows.byId(id, false).orElseThrow(() -> new NotFound("payment attempt", id));
        if (attempt.state().hasEnded()) {
            return StepOutcome.done(() -> {});
        }
        ChargeAnswer answer = ask(attempt);
        if (answer.outcome() == Outcome.UNKNOWN) {
            unknown.handle(id);
            return StepOutcome.retry(answer.reason());
        }
        return answer.outcome() == Outcome.TURNED_AWAY
                ? StepOutcome.retry(answer.reason())
                : StepOutcome.done(() -> attempts.answered(id, answer));
    }

    private ChargeAnswer ask(Attempt attempt) {
        ChargeOrder order = new ChargeOrder(
                attempt.attemptId(),
                attempt.amount(),
                attempt.method().gatewayCustomer(),
                attempt.method().gatewayMethod(),
                payments.byId(attempt.attemptId()).orElseThrow().invoiceNumber(),
                attempt.customerId());
        Optional<ChargeAnswer> known = attempt.state() == AttemptState.CREATED ? Optional.empty() : gateway.find(order);
        if (known.isPresent()) {
            return known.get();
        }
        return send.handle(attempt.attemptId())
                ? gateway.take(order)
                : ChargeAnswer.failed(null, "superseded", "The invoice was settled or disputed meanwhile");
    }
}
