package io.counterfoil.suite.twin.salesforce;

import java.time.Instant;

/** One outbound message about one opportunity, and how its delivery stands. */
public record Notification(String id, String opportunityId, Instant queuedAt, int attempts, boolean delivered) {

    Notification attempted(boolean acknowledged) {
        return new Notification(id, opportunityId, queuedAt, attempts + 1, delivered || acknowledged);
    }
}
