package io.counterfoil.ledger.schedule;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How an amount is spread over the days of a period: the policy {@code recognition.method}. */
public enum Method {
    /** Evenly over the days; what is earned up to a day is rounded, so each cumulative figure is exact. */
    DAY,

    /** To the second; periods that begin and end with a day are as by day. */
    INSTANT,

    /** The same for each service month, which counts as earned from its first day on. */
    MONTH_EVEN,

    /** The same for each whole month; a month that is cut by the period counts by its days. */
    MONTH_EVEN_PRORATED,

    /** Each month by its days within the period, each rounded alone. */
    MONTH_WEIGHTED,

    /** Not by time at all, but by what was delivered. */
    PROGRESS;

    private static final long SCALE = 31L * 30 * 29 * 28;

    /** Where what can't be divided goes: the policy {@code recognition.remainder}. */
    public enum Remainder {
        LAST,
        FIRST
    }

    /** What of the amount is earned before the day {@code until}. */
    public Money earned(Money amount, ServicePeriod period, LocalDate until, Remainder remainder) {
        if (!until.isAfter(period.start()) || this == PROGRESS) {
            return Money.zero(amount.currency());
        }
        if (!until.isBefore(period.end())) {
            return amount;
        }
        return switch (this) {
            case DAY, INSTANT, PROGRESS -> byDay(amount, period, until, remainder);
            case MONTH_EVEN, MONTH_EVEN_PRORATED, MONTH_WEIGHTED -> byMonth(amount, period, until, remainder);
        };
    }

    /** The day from which on a change counts: where a month that has begun is earned, that is the next one's first. */
    public LocalDate splitDay(LocalDate day, ServicePeriod period) {
        return this == MONTH_EVEN && day.isAfter(period.start()) && day.isBefore(period.end()) ? firstOfNext(day) : day;
    }

    private static Money byDay(Money amount, ServicePeriod period, LocalDate until, Remainder remainder) {
        return remainder == Remainder.LAST
                ? ByDay.earned(amount, period.start(), period.end(), until)
                : amount.minus(Rounding.share(
                        amount,
                        BigDecimal.valueOf(ChronoUnit.DAYS.between(until, period.end())),
                        BigDecimal.valueOf(ChronoUnit.DAYS.between(period.start(), period.end()))));
    }

    /** Months are rounded alone and the first or the last takes what remains. */
    private Money byMonth(Money amount, ServicePeriod period, LocalDate until, Remainder remainder) {
        long whole = weightBefore(period, period.end());
        Money before = Money.zero(amount.currency());
        Money all = before;
        LocalDate month = period.start();
        while (month.isBefore(period.end())) {
            LocalDate next = earlier(firstOfNext(month), period.end());
            long weight = weightBefore(period, next) - weightBefore(period, month);
            Money part = share(amount, weight, whole);
            boolean last = next.equals(period.end());
            Money rounded = last && remainder == Remainder.LAST ? amount.minus(all) : part;
            all = all.plus(rounded);
            before = before.plus(within(rounded, month, next, until));
            month = next;
        }
        return before.plus(amount.minus(all));
    }

    private Money within(Money part, LocalDate month, LocalDate next, LocalDate until) {
        return this == MONTH_EVEN && until.isAfter(month) ? part : ByDay.earned(part, month, next, until);
    }

    /** What the months of the period weigh before a day. */
    private long weightBefore(ServicePeriod period, LocalDate until) {
        return switch (this) {
            case MONTH_EVEN -> Math.min(serviceMonths(period), monthsBegun(period.start(), until));
            case MONTH_EVEN_PRORATED -> fractionsOfMonths(period.start(), until);
            default -> ChronoUnit.DAYS.between(period.start(), until);
        };
    }

    private static long serviceMonths(ServicePeriod period) {
        long whole = ChronoUnit.MONTHS.between(period.start(), period.end());
        return period.start().plusMonths(whole).isBefore(period.end()) ? whole + 1 : whole;
    }

    private static long monthsBegun(LocalDate start, LocalDate until) {
        return until.isAfter(start)
                ? ChronoUnit.MONTHS.between(
                                start.withDayOfMonth(1), until.minusDays(1).withDayOfMonth(1))
                        + 1
                : 0;
    }

    /** Sum of days over days of their month, times a number that all lengths of months divide. */
    private static long fractionsOfMonths(LocalDate start, LocalDate until) {
        long sum = 0;
        LocalDate month = start;
        while (month.isBefore(until)) {
            LocalDate next = earlier(firstOfNext(month), until);
            sum += ChronoUnit.DAYS.between(month, next) * (SCALE / month.lengthOfMonth());
            month = next;
        }
        return sum;
    }

    private static Money share(Money amount, long part, long whole) {
        return Rounding.share(amount, BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    private static LocalDate firstOfNext(LocalDate day) {
        return day.withDayOfMonth(1).plusMonths(1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
