package io.counterfoil.billing.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.gateway.ChargeAnswer.Converted;
import io.counterfoil.billing.gateway.GatewayAnswer.Outcome;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the gateway to take money and to pay it back, and what it did. */
@Dependent
public class Gateway {

    private static final int PAGE = 100;

    @Inject
    @RestClient
    StripeApi api;

    @Inject
    StripeCalls calls;

    @Inject
    Charging charging;

    /** Asks to take money; the attempt's id is the key, so that asking again takes nothing twice. */
    public ChargeAnswer take(ChargeOrder order) {
        return charging.take(order);
    }

    /** What the gateway knows of an attempt to take money; empty when it says that it knows nothing of it. */
    public Optional<ChargeAnswer> find(ChargeOrder order) {
        return charging.find(order);
    }

    /** What the gateway made of a payment that it took; empty when it does not say, or can't be asked. */
    public Optional<Converted> converted(String paymentIntent) {
        return charging.converted(paymentIntent);
    }

    /** What the gateway has paid back for a refund of ours; empty when it says that it knows of none. */
    public Optional<GatewayAnswer> find(String paymentIntent, UUID refundId) {
        try {
            JsonNode page =
                    calls.of(bearer -> api.refunds(bearer, paymentIntent, PAGE)).ok();
            return StreamSupport.stream(page.path("data").spliterator(), false)
                    .filter(one -> refundId.toString()
                            .equals(one.path("metadata").path("refund_id").asText()))
                    .findFirst()
                    .map(Gateway::read);
        } catch (GatewayUnavailable silent) {
            return Optional.of(unknown(silent));
        }
    }

    /** Asks to pay an amount of a payment back; the refund's id is the key, so that asking again pays nothing twice. */
    public GatewayAnswer refund(String paymentIntent, Money amount, UUID refundId) {
        String form = "payment_intent=" + ChargeForm.encoded(paymentIntent) + "&amount="
                + StripeUnits.of(amount).amount() + "&metadata[refund_id]=" + refundId;
        try {
            StripeAnswer answer = calls.of(bearer -> api.refund(bearer, refundId.toString(), form));
            return answer.isRefused() ? refused(answer.body().path("error")) : read(answer.ok());
        } catch (GatewayUnavailable silent) {
            return unknown(silent);
        }
    }

    private static GatewayAnswer refused(JsonNode error) {
        return new GatewayAnswer(
                null,
                Outcome.FAILED,
                error.path("code").asText("refused"),
                error.path("message").asText("Refused"));
    }

    private static GatewayAnswer unknown(GatewayUnavailable silent) {
        return new GatewayAnswer(null, Outcome.UNKNOWN, null, silent.getMessage());
    }

    private static GatewayAnswer read(JsonNode refund) {
        String status = refund.path("status").asText();
        String id = refund.path("id").asText();
        return switch (status) {
            case "succeeded" -> new GatewayAnswer(id, Outcome.PAID, null, null);
            case "failed", "canceled" ->
                new GatewayAnswer(
                        id, Outcome.FAILED, refund.path("failure_reason").asText(status), "The gateway says " + status);
            default -> new GatewayAnswer(id, Outcome.PENDING, null, null);
        };
    }
}
