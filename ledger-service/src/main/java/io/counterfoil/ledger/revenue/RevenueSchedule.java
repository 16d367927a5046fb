package io.counterfoil.ledger.revenue;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How one invoice line is earned over its service period {@code [start, end)}, and how far that is recognised.
 *
 * @param billedOn when it was invoiced; nothing is recognised before, for nothing was deferred
 * @param recognisedUntil the first day that is not recognised yet
 */
record RevenueSchedule(
        UUID id,
        long ordinal,
        String legalEntityId,
        UUID customerId,
        UUID contractId,
        UUID orderId,
        String performanceObligationId,
        UUID invoiceId,
        String invoiceNumber,
        UUID invoiceLineId,
        String productId,
        String revenueTreatment,
        Money amount,
        LocalDate start,
        LocalDate end,
        LocalDate billedOn,
        Money recognised,
        LocalDate recognisedUntil,
        UUID sourceEventId,
        long sourcePosition,
        String correlationId) {

    static final String OVER_TIME_DAILY = "OVER_TIME_DAILY";
    static final String POINT_IN_TIME = "POINT_IN_TIME";

    /** What one period earns: {@code [start, end)}, posted with the effective date. */
    record Slice(LocalDate start, LocalDate end, LocalDate effectiveDate, Money amount, Money cumulative) {}

    /** What is still to be recognised through a date, month by month. */
    List<Slice> due(LocalDate through) {
        return billedOn.isAfter(through)
                ? List.of()
                : slices(recognisedUntil, recognised, earlier(through.plusDays(1), end));
    }

    /** How it is earned from beginning to end, month by month. */
    List<Slice> plan() {
        return slices(start, Money.zero(amount.currency()), end);
    }

    /** Months that were over when it was invoiced are caught up in the month of the invoice. */
    private List<Slice> slices(LocalDate from, Money before, LocalDate until) {
        List<Slice> slices = new ArrayList<>();
        LocalDate begin = from;
        Money cumulative = before;
        while (begin.isBefore(until)) {
            LocalDate finish = earlier(later(begin, billedOn).plusMonths(1).withDayOfMonth(1), until);
            Money earned = ByDay.earned(amount, start, end, finish);
            slices.add(
                    new Slice(begin, finish, later(finish.minusDays(1), billedOn), earned.minus(cumulative), earned));
            begin = finish;
            cumulative = earned;
        }
        return slices;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
