package io.counterfoil.billing.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When an attempt that failed is followed by another one.
 *
 * @param days how long after each failure, in their order; after the last one nobody tries again
 * @param alsoHard whether a no for good is asked again, too
 */
record RetrySchedule(List<Integer> days, boolean alsoHard) {

    RetrySchedule {
        days = List.copyOf(days);
    }

    /** The day after a failure; empty when it is not tried again. */
    Optional<LocalDate> after(int attempt, Decline decline, LocalDate day) {
        boolean over = attempt > days.size() || decline == Decline.HARD && !alsoHard;
        return over ? Optional.empty() : Optional.of(day.plusDays(days.get(attempt - 1)));
    }
}
