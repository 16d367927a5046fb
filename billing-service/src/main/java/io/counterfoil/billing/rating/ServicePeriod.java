package io.counterfoil.billing.rating;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A span of days in which something is served, half-open: start is in, end is out.
 *
 * @param start first day
 * @param end first day that is not in it
 */
public record ServicePeriod(LocalDate start, LocalDate end) {

    public ServicePeriod {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a service period has at least one day: " + start + " to " + end);
        }
    }

    public long days() {
        return ChronoUnit.DAYS.between(start, end);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end);
    }

    /** The same period, cut off where the term ends; null is a term without end. */
    ServicePeriod until(LocalDate termEnd) {
        return termEnd == null || !termEnd.isBefore(end) ? this : new ServicePeriod(start, termEnd);
    }

    @Override
    public String toString() {
        return start + "/" + end;
    }
}
