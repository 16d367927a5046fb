package io.counterfoil.billing.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.stripe.Webhooks.Outcome;
import io.counterfoil.billing.stripe.Webhooks.Webhook;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.step.Steps;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps an authentic message of the gateway, once per id, before it is answered; what concerns money is mapped afterwards by
 * a step. What is no event at all is kept under the hash of its bytes, with an exception.
 */
@UseCase
class KeepWebhook {

    static final String ORIGIN = "webhook:" + StripeEvent.GATEWAY;

    private final Webhooks webhooks;
    private final Steps steps;
    private final Troubles troubles;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    KeepWebhook(Webhooks webhooks, Steps steps, Troubles troubles, AuditTrail audit, BusinessClock clock) {
        this.webhooks = webhooks;
        this.steps = steps;
        this.troubles = troubles;
        this.audit = audit;
        this.clock = clock;
    }

    void handle(byte[] body) {
        Correlation.within(Correlation.current().by(StripeEvent.GATEWAY), () -> take(body));
    }

    /** What two people have made of one that was unreadable; it counts from when that came. An event that is known changes nothing. */
    void handle(String unreadableId, byte[] mended) {
        Webhook before = webhooks.byId(unreadableId).orElseThrow(() -> new NotFound("webhook", unreadableId));
        StripeEvent event = StripeEvent.read(mended).orElseThrow(UnreadableWebhook::noEvent);
        keep(event, mended, before.businessAt());
        webhooks.became(unreadableId, Outcome.HANDLED);
    }

    private void take(byte[] body) {
        Optional<StripeEvent> read = StripeEvent.read(body);
        if (read.isEmpty()) {
            keepUnreadable(body);
        } else {
            keep(read.get(), body, clock.now());
        }
    }

    private void keep(StripeEvent event, byte[] body, Instant businessAt) {
        Outcome outcome = event.concernsMoney() ? Outcome.RECEIVED : Outcome.ACKNOWLEDGED;
        boolean fresh = keep(event.id(), event.type(), body, businessAt, outcome);
        if (fresh && event.concernsMoney()) {
            steps.schedule(MapWebhook.KIND, event.queue(), Map.of("eventId", event.id()));
        }
    }

    private void keepUnreadable(byte[] body) {
        String id = "sha256:" + hash(body);
        if (keep(id, "unreadable", body, clock.now(), Outcome.PARKED)) {
            troubles.park(Parked.of(ORIGIN, id, UnreadableWebhook.noEvent(), "application/json", body, null));
        }
    }

    private boolean keep(String id, String type, byte[] body, Instant businessAt, Outcome outcome) {
        boolean fresh = webhooks.keep(id, type, body, SystemTime.now(), businessAt, outcome);
        if (fresh) {
            JsonNode after = Json.strict().createObjectNode().put("type", type).put("outcome", outcome.name());
            audit.keep(new Audited("webhook", id, "received", StripeEvent.GATEWAY, null, null, after));
        }
        return fresh;
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
