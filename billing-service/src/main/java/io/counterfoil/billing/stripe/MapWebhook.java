package io.counterfoil.billing.stripe;

import io.counterfoil.billing.collection.Attempts;
import io.counterfoil.billing.dispute.DisputeTold;
import io.counterfoil.billing.dispute.Disputes;
import io.counterfoil.billing.dispute.PaymentUnknown;
import io.counterfoil.billing.gateway.Gateway;
import io.counterfoil.billing.payment.Payment;
import io.counterfoil.billing.payment.Payments;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.billing.payout.Payouts;
import io.counterfoil.billing.refund.Refunds;
import io.counterfoil.billing.stripe.Webhooks.Outcome;
import io.counterfoil.billing.stripe.Webhooks.Webhook;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Maps a kept message of the gateway to a payment, a refund or a dispute; its effect and the end of the step are one transaction. */
@Dependent
class MapWebhook implements StepHandler {

    static final String KIND = "stripe-event";

    private final Webhooks webhooks;
    private final Payments payments;
    private final Attempts attempts;
    private final Gateway gateway;
    private final Refunds refunds;
    private final Disputes disputes;
    private final Payouts payouts;

    @Inject
    MapWebhook(
            Webhooks webhooks,
            Payments payments,
            Attempts attempts,
            Gateway gateway,
            Refunds refunds,
            Disputes disputes,
            Payouts payouts) {
        this.webhooks = webhooks;
        this.payments = payments;
        this.attempts = attempts;
        this.gateway = gateway;
        this.refunds = refunds;
        this.disputes = disputes;
        this.payouts = payouts;
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
        StripeEvent event = StripeEvent.read(webhook.body()).orElseThrow(UnreadableWebhook::noEvent);
        Runnable effect = effect(event, webhook.businessAt());
        return StepOutcome.done(() -> {
            effect.run();
            webhooks.became(id, Outcome.HANDLED);
        });
    }

    private Runnable effect(StripeEvent event, Instant at) {
        if (event.isPayment()) {
            Receipt receipt = converted(event.receipt(at));
            return () -> attempts.told(receipt);
        }
        if (event.isGivenBack()) {
            Money inAll = StripeReading.givenBack(event);
            return () -> refunds.givenBack(payment(event), inAll, event.subject(), at);
        }
        if (event.isRefund()) {
            return () -> StripeReading.refundId(event.object())
                    .filter(refunds::knows)
                    .ifPresent(id -> refunds.answered(id, StripeReading.refund(event.object())));
        }
        if (event.isPayoutFailed()) {
            Payouts.Failure failure = StripeReading.payoutFailure(event);
            return () -> payouts.failed(StripeEvent.GATEWAY, event.subject(), failure, at);
        }
        if (event.isPayout()) {
            Money paid = StripeReading.paidOut(event);
            LocalDate arrival = StripeReading.arrival(event.object());
            return () -> payouts.paid(StripeEvent.GATEWAY, event.subject(), paid, arrival, at);
        }
        Optional<DisputeTold> told = StripeReading.dispute(event, at);
        return () -> told.ifPresent(disputes::told);
    }

    /** A fee that can't be asked for now is recorded by hand later; the money does not wait for it. */
    private Receipt converted(Receipt receipt) {
        return receipt.failure() != null
                ? receipt
                : gateway.converted(receipt.reference())
                        .map(by -> receipt.converted(new Receipt.Conversion(by.settled(), by.rate(), by.fee())))
                        .orElse(receipt);
    }

    private Payment payment(StripeEvent event) {
        String reference = StripeReading.payment(event.object());
        return payments.lock(StripeEvent.GATEWAY, reference)
                .orElseThrow(() -> new PaymentUnknown(StripeEvent.GATEWAY, reference));
    }

    @Override
    public void parked(Step step, Refusal reason, UUID exceptionId) {
        webhooks.became(step.payloadAs(Payload.class).eventId(), Outcome.PARKED);
    }
}
