package io.counterfoil.common.webhook;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Delivers one message; only a 2xx is a yes. The receiver knows a repeat by its {@code webhook-id}. */
@ApplicationScoped
class DeliverWebhook implements StepHandler {

    private static final int GONE = 410;

    @Inject
    WebhookEndpoints endpoints;

    @Inject
    AddressGuard guard;

    @Override
    public String kind() {
        return Webhooks.KIND;
    }

    @Override
    public boolean isUnhurried() {
        return true;
    }

    @Override
    public StepOutcome run(Step step) {
        Webhooks.Delivery delivery = step.payloadAs(Webhooks.Delivery.class);
        Optional<WebhookEndpoint> endpoint = endpoints.find(delivery.endpoint()).filter(WebhookEndpoint::enabled);
        Optional<WebhookSecret> secret = endpoints.secret(delivery.endpoint());
        if (endpoint.isEmpty() || secret.isEmpty()) {
            return StepOutcome.done(() -> {});
        }
        return outcome(endpoint.get(), post(delivery, endpoint.get(), secret.get()));
    }

    private static StepOutcome outcome(WebhookEndpoint endpoint, int status) {
        if (status == GONE) {
            throw new EndpointGone(endpoint);
        }
        return status / 100 == 2
                ? StepOutcome.done(() -> {})
                : StepOutcome.retry(status == 0 ? "no answer" : "answered " + status);
    }

    /** The status of the answer; 0 when there was none, or none in time. */
    private int post(Webhooks.Delivery delivery, WebhookEndpoint endpoint, WebhookSecret secret) {
        URI url = URI.create(endpoint.url());
        byte[] body = Json.write(delivery.message()).getBytes(StandardCharsets.UTF_8);
        long timestamp = SystemTime.now().getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", delivery.id().toString());
        headers.put("webhook-timestamp", String.valueOf(timestamp));
        headers.put("webhook-signature", secret.signature(delivery.id().toString(), timestamp, body));
        try {
            return PinnedPost.to(url, guard.addresses(url).get(0), headers, body);
        } catch (IOException noAnswer) {
            return 0; // told in the outcome, tried again later
        }
    }

    /** The receiver said that it will never listen there again. */
    static final class EndpointGone extends Refusal {
        EndpointGone(WebhookEndpoint endpoint) {
            super(
                    410,
                    TroubleClass.DOWNSTREAM_REFUSED,
                    "The end point '" + endpoint.name() + "' says that it is gone",
                    "Ask the receiver for its new address and set it, then replay; or waive it.");
        }
    }
}
