package io.counterfoil.billing.stripe;

import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.billing.stripe.Webhooks.Outcome;
import io.counterfoil.billing.stripe.Webhooks.Webhook;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Maps a kept message of the gateway to a payment; its effect and the end of the step are one transaction. */
@Dependent
class MapWebhook implements StepHandler {

    static final String KIND = "stripe-event";

    private final Webhooks webhooks;
    private final Payments payments;

    @Inject
    MapWebhook(Webhooks webhooks, Payments payments) {
        this.webhooks = webhooks;
        this.payments = payments;
    }

    /** What the step keeps. */
    record Payload(String eventId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        String id = step.payloadAs(Payload.class).eventId();
        Webhook webhook = webhooks.byId(id).orElseThrow(() -> new NotFound("webhook", id));
        Receipt receipt = StripeEvent.read(webhook.body())
                .orElseThrow(() -> new UnreadableWebhook("it is no event"))
                .receipt(webhook.businessAt());
        return StepOutcome.done(() -> {
            payments.record(receipt);
            webhooks.became(id, Outcome.HANDLED);
        });
    }

    @Override
    public void parked(Step step, Refusal reason, UUID exceptionId) {
        webhooks.became(step.payloadAs(Payload.class).eventId(), Outcome.PARKED);
    }
}
