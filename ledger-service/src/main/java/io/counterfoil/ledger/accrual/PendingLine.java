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
 * @param heldFrom from which day on its obligation is held, so that nothing is earned; null when it is not
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
        LocalDate endsOn) {

    /** What was earned by a day and is not accrued yet. */
    record Slice(LocalDate effectiveDate, LocalDate until, Money amount) {}

    /** Month by month; what was before it was told comes in the month of the telling. */
    List<Slice> due(LocalDate through) {
        List<Slice> slices = new ArrayList<>();
        if (toldOn.isAfter(through)) {
            return slices;
        }
        boolean over = endsOn != null && !endsOn.isAfter(through);
        LocalDate begin = until == null ? period.start() : until;
        LocalDate end = stopped(over, earlier(through.plusDays(1), period.end()));
        Money before = accrued;
        while (begin.isBefore(end)) {
            LocalDate finish = earlier(later(begin, toldOn).withDayOfMonth(1).plusMonths(1), end);
            Money earned = Method.DAY.earned(net, period, finish, Method.Remainder.LAST);
            slices.add(new Slice(later(finish.minusDays(1), toldOn), finish, earned.minus(before)));
            before = earned;
            begin = finish;
        }
        if (over && begin.isBefore(period.end())) {
            slices.add(new Slice(later(endsOn, toldOn), period.end(), net.minus(before)));
        }
        return slices;
    }

    private LocalDate stopped(boolean over, LocalDate end) {
        LocalDate held = heldFrom == null ? end : earlier(end, heldFrom);
        return over ? earlier(held, endsOn) : held;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
