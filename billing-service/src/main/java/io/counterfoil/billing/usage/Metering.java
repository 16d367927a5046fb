package io.counterfoil.billing.usage;

import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.BillingPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A meter of a subscription: in which days it counts.
 *
 * @param scope by which policies are found
 * @param end first day on which it does not count any more; null while it does
 * @param anchor from which its billing periods are counted
 * @param billedThrough first day that is not billed yet
 */
record Metering(
        UUID subscriptionId,
        Scope scope,
        Meter meter,
        ZoneId zone,
        LocalDate start,
        LocalDate end,
        LocalDate anchor,
        BillingPeriod rhythm,
        LocalDate billedThrough) {

    LocalDate dayOf(Instant usedAt) {
        return LocalDate.ofInstant(usedAt, zone);
    }

    /** Whether no run to come would look at the day: it lies beyond the look-back, or all is billed to the end. */
    boolean comesTooLate(LocalDate day, int periodsBack) {
        return day.isBefore(billedThrough) && (isOver() || day.isBefore(lookedAtFrom(periodsBack)));
    }

    /** Everything is billed to the end: there will be no other bill. */
    boolean isOver() {
        return end != null && !billedThrough.isBefore(end);
    }

    /** The first day that is still looked at when the open period is billed. */
    private LocalDate lookedAtFrom(int periodsBack) {
        LocalDate day = rhythm.around(anchor, billedThrough).start();
        for (int i = 0; i < periodsBack; i++) {
            day = rhythm.around(anchor, day.minusDays(1)).start();
        }
        return day;
    }
}
