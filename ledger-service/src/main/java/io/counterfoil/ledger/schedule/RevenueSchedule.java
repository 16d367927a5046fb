package io.counterfoil.ledger.schedule;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * How one invoice line is earned over its service period {@code [start, end)}, and how far that is recognised.
 *
 * @param net the invoice line
 * @param deferred what of it the invoice put into deferred revenue; the rest was earned at once
 * @param amount what the schedule earns, before it is bent
 * @param billedOn when it was invoiced; nothing is recognised before, for nothing was deferred
 * @param recognisedUntil the first day that is not recognised yet
 * @param dueFrom the first day that a run must look at; null when nothing is left
 * @param bends what changed it, in the order in which that became known
 * @param recognisedSlices what was recognised; needed only where a day before {@code recognisedUntil} is due
 */
public record RevenueSchedule(
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
        Money net,
        Money deferred,
        Money amount,
        Method method,
        Method.Remainder remainder,
        LocalDate start,
        LocalDate end,
        LocalDate billedOn,
        Money recognised,
        LocalDate recognisedUntil,
        LocalDate dueFrom,
        List<Bend> bends,
        List<Recognised> recognisedSlices,
        UUID sourceEventId,
        long sourcePosition,
        String correlationId) {

    public static final String OVER_TIME_DAILY = "OVER_TIME_DAILY";
    public static final String POINT_IN_TIME = "POINT_IN_TIME";

    /** What one period earns: {@code [start, end)}, posted with the effective date. */
    public record Slice(LocalDate start, LocalDate end, LocalDate effectiveDate, Money amount, Money cumulative) {}

    /** What was recognised of it, through the day before {@code end}. */
    public record Recognised(LocalDate end, Money amount) {}

    /** Where a run stands with it afterwards. */
    public record Reached(List<Slice> slices, Money recognised, LocalDate until, LocalDate dueFrom) {}

    public RevenueSchedule bentBy(List<Bend> known, List<Recognised> slices) {
        return new RevenueSchedule(
                id,
                ordinal,
                legalEntityId,
                customerId,
                contractId,
                orderId,
                performanceObligationId,
                invoiceId,
                invoiceNumber,
                invoiceLineId,
                productId,
                revenueTreatment,
                net,
                deferred,
                amount,
                method,
                remainder,
                start,
                end,
                billedOn,
                recognised,
                recognisedUntil,
                dueFrom,
                known,
                slices,
                sourceEventId,
                sourcePosition,
                correlationId);
    }

    public ServicePeriod period() {
        return new ServicePeriod(start, end);
    }

    /** As these bends would have it. */
    public Curve curve(List<Bend> known) {
        return new Curve(amount, period(), method, remainder, known);
    }

    private Curve curve() {
        return curve(bends);
    }

    /** What is still to be recognised through a date, month by month; what changed before is corrected in its own month. */
    public Reached due(LocalDate through) {
        if (dueFrom == null || billedOn.isAfter(through) || dueFrom.isAfter(through)) {
            return new Reached(List.of(), recognised, recognisedUntil, dueFrom);
        }
        LocalDate horizon = curve().horizon();
        LocalDate until = later(earlier(through.plusDays(1), horizon), recognisedUntil);
        List<Slice> slices = slices(earlier(dueFrom, recognisedUntil), until, this::recognisedBefore);
        Money more = slices.stream().map(Slice::amount).reduce(Money.zero(amount.currency()), Money::plus);
        return new Reached(slices, recognised.plus(more), until, until.isBefore(horizon) ? until : null);
    }

    /** How it is earned from beginning to end, month by month. */
    public List<Slice> plan() {
        return slices(start, curve().horizon(), day -> Money.zero(amount.currency()));
    }

    /** Months that were over when it was invoiced are caught up in the month of the invoice. */
    private List<Slice> slices(LocalDate from, LocalDate until, Function<LocalDate, Money> recognisedBefore) {
        List<Slice> slices = new ArrayList<>();
        LocalDate begin = from;
        Money emitted = Money.zero(amount.currency());
        Curve curve = curve();
        while (begin.isBefore(until)) {
            LocalDate finish = earlier(later(begin, billedOn).plusMonths(1).withDayOfMonth(1), until);
            Money earned = curve.earned(finish);
            Money part = earned.minus(recognisedBefore.apply(finish)).minus(emitted);
            slices.add(new Slice(begin, finish, later(finish.minusDays(1), billedOn), part, earned));
            emitted = emitted.plus(part);
            begin = finish;
        }
        return slices;
    }

    private Money recognisedBefore(LocalDate finish) {
        if (!finish.isBefore(recognisedUntil)) {
            return recognised;
        }
        return recognisedSlices.stream()
                .filter(slice -> !slice.end().isAfter(finish))
                .map(Recognised::amount)
                .reduce(Money.zero(amount.currency()), Money::plus);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
