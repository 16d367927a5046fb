package io.counterfoil.common.time;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The machine's time, for tokens, signatures, retries and retention; never for a business date. */
public final class SystemTime {

    private static final Clock UTC = Clock.systemUTC();

    private SystemTime() {}

    public static Instant now() {
        return UTC.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
