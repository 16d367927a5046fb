package io.counterfoil.billing.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.gateway.GatewayAnswer.Outcome;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks the gateway to pay back, and what it did. */
@Dependent
public class Gateway {

    private static final int PAGE = 100;

    @Inject
    @RestClient
    StripeApi api;

    @Inject
    @ConfigProperty(name = "stripe.api.key", defaultValue = "none")
    String key;

    /** What the gateway has paid back for a refund of ours; empty when it says that it knows of none. */
    public Optional<GatewayAnswer> find(String paymentIntent, UUID refundId) {
        try {
            JsonNode page = ok(call(() -> api.refunds(bearer(), paymentIntent, PAGE)));
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
        String form = "payment_intent=" + encoded(paymentIntent) + "&amount="
                + StripeUnits.of(amount).amount() + "&metadata[refund_id]=" + refundId;
        try {
            Answer answer = call(() -> api.refund(bearer(), refundId.toString(), form));
            return isRefused(answer) ? refused(answer.body().path("error")) : read(ok(answer));
        } catch (GatewayUnavailable silent) {
            return unknown(silent);
        }
    }

    /** The gateway looked at it and said no; other answers (a wrong key, too many requests) say nothing of the refund. */
    private static boolean isRefused(Answer answer) {
        return answer.status() == 400 || answer.status() == 402 || answer.status() == 404;
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

    private record Answer(int status, JsonNode body) {}

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

    private static JsonNode ok(Answer answer) {
        if (answer.status() >= 300) {
            throw new GatewayUnavailable("the gateway answered " + answer.status());
        }
        return answer.body();
    }

    private static Answer call(Supplier<Response> request) {
        try (Response response = request.get()) {
            String body = response.hasEntity() ? response.readEntity(String.class) : "";
            return new Answer(response.getStatus(), Json.lenient().readTree(body.isBlank() ? "{}" : body));
        } catch (ProcessingException silent) {
            throw new GatewayUnavailable("the gateway did not answer: " + silent.getMessage());
        } catch (JsonProcessingException noJson) {
            throw new GatewayUnavailable("the gateway answered what is no JSON");
        }
    }

    private String bearer() {
        return "Bearer " + key;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
