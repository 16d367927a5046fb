package io.counterfoil.billing.usage;

import io.counterfoil.billing.rating.Quantity;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that was used, as it was sent.
 *
 * @param key the sender's own; the same again is the same record
 * @param usedAt null takes the time of its arrival
 * @param value what a meter of different values counts; null otherwise
 * @param wrong why it can't even be read; null when it can
 */
record UsageEntry(
        UUID subscriptionId,
        String meterId,
        String key,
        Quantity quantity,
        Instant usedAt,
        String value,
        String wrong) {

    static UsageEntry unreadable(String key, String wrong) {
        return new UsageEntry(null, null, key, null, null, null, wrong);
    }
}
