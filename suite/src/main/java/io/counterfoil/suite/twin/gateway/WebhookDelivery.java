package io.counterfoil.suite.twin.gateway;

import java.time.Instant;

/** One attempt to deliver an event, and what came back; status 0: no answer came. */
public record WebhookDelivery(long sequence, Instant at, String eventId, String type, int attempt, int status) {

    boolean taken() {
        return status >= 200 && status < 300;
    }
}
