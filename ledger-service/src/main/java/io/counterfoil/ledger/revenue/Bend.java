package io.counterfoil.ledger.revenue;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What changes how a line is earned, from a day on.
 *
 * @param causeId the document that did it, such as a credit memo
 * @param earned what of the line's earned part was reversed
 * @param unearned what of the line was taken out of deferred revenue
 * @param shrunk by how much less is earned from that day on
 * @param period the days whose revenue it takes; null for all that are left
 * @param restores the bend that it takes back; null for any but a RESTORE
 */
record Bend(
        UUID id,
        UUID causeId,
        Kind kind,
        LocalDate day,
        Money earned,
        Money unearned,
        Money shrunk,
        ServicePeriod period,
        UUID restores) {

    enum Kind {
        SHRINK,
        RELEASE,
        RESTORE
    }

    /** What of the line is gone by it. */
    Money net() {
        return earned.plus(unearned);
    }
}
