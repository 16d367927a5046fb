package io.counterfoil.ledger;

import io.counterfoil.common.time.BusinessClock;
import java.time.Instant;

/** A business clock that stands where the test puts it. */
public final class SteeredClock extends BusinessClock {

    private volatile Instant now = Instant.parse("2026-01-01T12:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    public void moveTo(String instant) {
        now = Instant.parse(instant);
    }
}
