package io.counterfoil.ledger.schedule;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** The days {@code [start, end)} over which something is delivered. */
public record ServicePeriod(LocalDate start, LocalDate end) {

    public ServicePeriod {
        requireNonNull(start, "start");
        requireNonNull(end, "end");
    }

    public boolean isEmpty() {
        return !end.isAfter(start);
    }

    /** What is left of it from a day on. */
    public ServicePeriod from(LocalDate day) {
        return day.isAfter(start) ? new ServicePeriod(day, end) : this;
    }
}
