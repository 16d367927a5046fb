package io.counterfoil.billing.billingrun;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A billing run of one legal entity, and how far it is.
 *
 * @param due how many agreements had something due when it began
 * @param invoices how many it has issued
 * @param notBilled how many agreements of the entity can't be billed now, for whatever reason
 * @param totals of a dry run: what would be billed, as JSON; else null
 */
record Run(
        UUID runId,
        String legalEntityId,
        LocalDate throughDate,
        boolean dryRun,
        State state,
        String requestedBy,
        long due,
        long invoices,
        long notBilled,
        String totals,
        Instant startedAt,
        Instant finishedAt) {

    /** Where it stands. */
    enum State {
        RUNNING,
        COMPLETED
    }

    /** Invoices in a second since it began. */
    long perSecond(Instant now) {
        long millis = Duration.between(startedAt, finishedAt == null ? now : finishedAt)
                .toMillis();
        return millis <= 0 ? 0 : invoices * 1000 / millis;
    }

    /** At that rate; null where it can't be told. */
    Long secondsLeft(Instant now) {
        if (state == State.COMPLETED) {
            return 0L;
        }
        long rate = perSecond(now);
        return rate == 0 ? null : Math.max(0, due - invoices) / rate;
    }
}
