package io.counterfoil.ledger.schedule;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A point in both times: effective on a day, as known at a moment.
 *
 * @param effectiveOn what took effect later does not count; null for all
 * @param knownAt what was recorded later does not count; null for all
 */
public record AsOf(LocalDate effectiveOn, Instant knownAt) {

    public static final AsOf NOW = new AsOf(null, null);

    /** Whether anything is left out. */
    public boolean isPast() {
        return effectiveOn != null || knownAt != null;
    }
}
