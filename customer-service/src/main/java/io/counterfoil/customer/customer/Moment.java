package io.counterfoil.customer.customer;

import io.counterfoil.common.http.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** A time as callers name it: to the second, or a day, which is its beginning in UTC. */
final class Moment {

    private static final String FOUR_DIGIT_YEAR = "\\d{4}-.*";

    private Moment() {}

    /** Null where nothing is named. */
    static Instant of(String pointer, String text) {
        if (text == null) {
            return null;
        }
        if (!text.matches(FOUR_DIGIT_YEAR)) {
            throw wrong(pointer);
        }
        try {
            return text.length() == "2026-01-31".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw wrong(pointer);
        }
    }

    private static Invalid wrong(String pointer) {
        return new Invalid(pointer, "is neither a day such as 2026-01-31 nor a time such as 2026-01-31T12:00:00Z");
    }
}
