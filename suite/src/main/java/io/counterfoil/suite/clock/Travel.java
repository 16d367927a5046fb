package io.counterfoil.suite.clock;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Where a traveller in time wants to go, as typed: {@code +31d}, {@code +2w}, {@code +1m}, {@code +1y} or an instant. */
public record Travel(String text) {

    public Instant from(Instant now) {
        try {
            if (!text.startsWith("+")) {
                return text.length() == 10 ? Instant.parse(text + "T00:00:00Z") : Instant.parse(text);
            }
            Period period = Period.parse("P" + text.substring(1).toUpperCase(Locale.ROOT));
            return now.atZone(ZoneOffset.UTC).plus(period).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither a period (+31d, +2w, +1m, +1y) nor an instant (2026-02-01T00:00:00Z)",
                    e);
        }
    }
}
