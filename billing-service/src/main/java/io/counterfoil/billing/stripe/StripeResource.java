package io.counterfoil.billing.stripe;

import io.counterfoil.common.telemetry.Metrics;
import io.counterfoil.common.time.SystemTime;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The gateway's webhook: authentic or refused, then kept, then answered; mapped afterwards. */
@Path("/hooks/stripe")
@RequestScoped
public class StripeResource {

    @Inject
    @ConfigProperty(name = "stripe.webhook.secrets")
    Optional<String> secrets;

    @Inject
    KeepWebhook keep;

    @Inject
    Metrics metrics;

    /** Takes a message as it was signed: the bytes are not touched before the signature is checked. */
    @POST
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Received receive(@HeaderParam("Stripe-Signature") String signature, byte[] body) {
        try {
            StripeSignature.parse(signature).verify(body, active(), SystemTime.now());
        } catch (SignatureRefused refused) {
            metrics.count(
                    "counterfoil_webhooks_rejected_total",
                    Map.of("system", StripeEvent.GATEWAY, "reason", refused.reason()),
                    1);
            throw refused;
        }
        keep.handle(body);
        return new Received(true);
    }

    private List<String> active() {
        return secrets.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
    }

    /** The answer that the gateway's own examples give. */
    public record Received(boolean received) {}
}
