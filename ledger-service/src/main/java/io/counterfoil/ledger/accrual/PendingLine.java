package io.counterfoil.ledger.accrual;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.schedule.Method;
import io.counterfoil.ledger.schedule.ServicePeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A line that waits for its invoice.
 *
 * @param toldOn before which nothing of it was known
 * @param accrued what of it is accrued, through the day before {@code until}
 * @param revision how often something was accrued or taken back
 * @param heldFrom from which day on its obligation is held until it ends, so that nothing is earned; null when it is not
 * @param liftedOn since when it is held no longer, so that what was missed is earned then; null when it never was
 * @param endsOn on which day its obligation ends early, so that all is earned; null when it doesn't
 */
record PendingLine(
        UUID itemId,
        String legalEntityId,
        UUID customerId,
        UUID contractId,
        UUID orderId,
        String productId,
        String revenueTreatment,
        Money net,
        ServicePeriod period,
        LocalDate toldOn,
        long sourcePosition,
        String correlationId,
        Money accrued,
        LocalDate until,
        long revision,
        LocalDate heldFrom,
        LocalDate endsOn,
        LocalDate liftedOn) {

    /** What was earned by a day and is not accrued yet. */
    record Slice(LocalDate effectiveDate, LocalDate until, Money amount) {}

    /** Month by month; what was before it was told, or was held back, comes in the month of the telling or of the lifting. */
    List<Slice> due(LocalDate through) {
        List<Slice> slices = new ArrayList<>();
        if (toldOn.isAfter(through)) {
            return slices;
        }
        boolean over = endsOn != null && !endsOn.isAfter(through);
        LocalDate known = known(over);
        LocalDate begin = until == null ? period.start() : until;
        LocalDate end = stopped(over, earlier(through.plusDays(1), period.end()));
        Money before = accrued;
        while (begin.isBefore(end)) {
            LocalDate finish = earlier(later(begin, known).withDayOfMonth(1).plusMonths(1), end);
            Money earned = Method.DAY.earned(net, period, finish, Method.Remainder.LAST);
            slices.add(new Slice(later(finish.minusDays(1), known), finish, earned.minus(before)));
            before = earned;
            begin = finish;
        }
        if (over && begin.isBefore(period.end())) {
            slices.add(new Slice(later(endsOn, known), period.end(), net.minus(before)));
        }
        return slices;
    }

    /** The end lifts what holds it until then. */
    private LocalDate known(boolean over) {
        LocalDate known = liftedOn == null ? toldOn : later(toldOn, liftedOn);
        return over && heldFrom != null && heldFrom.isBefore(endsOn) ? later(known, endsOn) : known;
    }

    private LocalDate stopped(boolean over, LocalDate end) {
        if (over) {
            return earlier(end, endsOn);
        }
        return heldFrom == null ? end : earlier(end, heldFrom);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
