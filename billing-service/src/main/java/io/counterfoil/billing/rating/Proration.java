package io.counterfoil.billing.rating;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How the part of a period that is served becomes a share of its price: the dialect that a charge carries.
 *
 * <p>A span is a leading fragment, whole periods and a trailing fragment, found by walking from the anchor; their shares are added and
 * only the amount is rounded. A whole period is one in every dialect, and a fragment never costs more than its period.
 */
public enum Proration {
    /** Days over the days of the anchored period. */
    ACTUAL,
    /** Days over the days of the calendar month in which each lies. */
    CALENDAR,
    /** Actual days, of which a month has 30. */
    DAYS_30,
    /** Every month has 30 days; the 31st is the 30th; the end is out. */
    THIRTY_360,
    /** Every month has 30 days; its last day, whatever its number, completes the 30. */
    STRICT_30,
    /** Actual days, of which a year has 360. */
    DAYS_360,
    /** Actual days, of which a year has 365, leap years too. */
    DAYS_365,
    /** Whole months of the anchored period first, the rest by days of its month. */
    MONTH_FIRST,
    /** The span as a decimal number of calendar months, wherever the anchor is. */
    MONTH_DECIMAL,
    /** Time over the time of the anchored period, to the second. */
    PER_SECOND;

    private static final int DAYS_A_MONTH = 30;
    private static final int DAYS_A_YEAR = 365;
    private static final int MONTHS_A_YEAR = 12;

    /** How many periods the span is worth; more than one when it is longer than a period. */
    public Share share(BillingPeriod rhythm, LocalDate anchor, ServicePeriod span) {
        List<ServicePeriod> pieces = rhythm.pieces(anchor, span);
        List<ServicePeriod> fragments = pieces.stream()
                .filter(piece -> !piece.equals(rhythm.around(anchor, piece.start())))
                .toList();
        if (this == MONTH_DECIMAL && pieces.size() > 1 && !fragments.isEmpty()) {
            return fragment(rhythm, span, span);
        }
        int whole = pieces.size() - fragments.size();
        Share total = new Share(whole, 1);
        for (ServicePeriod piece : fragments) {
            Share part = fragment(rhythm, piece, rhythm.around(anchor, piece.start()));
            total = whole == 0 && total.part() == 0 ? part.atMostWhole() : total.plus(part.atMostWhole());
        }
        return total;
    }

    /** The share of a full period that a part of it is worth, by this dialect's count, even where the part is all of it. */
    public Share fragment(BillingPeriod rhythm, ServicePeriod part, ServicePeriod full) {
        int months = rhythm.months();
        if (months == 0) {
            return Share.of(part, full);
        }
        return switch (this) {
            case ACTUAL, PER_SECOND -> Share.of(part, full);
            case CALENDAR, MONTH_DECIMAL -> calendarMonths(part).dividedBy(months);
            case DAYS_30, DAYS_360 -> new Share(part.days(), (long) DAYS_A_MONTH * months);
            case THIRTY_360 -> new Share(thirty(part.end()) - thirty(part.start()), (long) DAYS_A_MONTH * months);
            case STRICT_30 ->
                new Share(daysBefore(part.end()) - daysBefore(part.start()), (long) DAYS_A_MONTH * months);
            case DAYS_365 -> days365(part, months);
            case MONTH_FIRST ->
                ACTUAL.share(BillingPeriod.MONTH, full.start(), part).dividedBy(months);
        };
    }

    /** Seconds used over seconds of the full period, in a time zone in which a day may have 23 or 25 hours. */
    public static Share perSecond(ZonedDateTime from, ZonedDateTime to, ServicePeriod full) {
        ZoneId zone = from.getZone();
        return new Share(
                Duration.between(from, to).toSeconds(),
                Duration.between(full.start().atStartOfDay(zone), full.end().atStartOfDay(zone))
                        .toSeconds());
    }

    private static Share days365(ServicePeriod part, int months) {
        return months % MONTHS_A_YEAR == 0
                ? new Share(part.days(), (long) DAYS_A_YEAR * months / MONTHS_A_YEAR)
                : new Share(part.days() * MONTHS_A_YEAR, (long) DAYS_A_YEAR * months);
    }

    private static Share calendarMonths(ServicePeriod part) {
        LocalDate first = part.start().withDayOfMonth(1);
        Share months = null;
        for (ServicePeriod piece : BillingPeriod.MONTH.pieces(first, part)) {
            Share share = Share.of(piece, BillingPeriod.MONTH.around(first, piece.start()));
            months = months == null ? share : months.plus(share);
        }
        return months;
    }

    private static long monthNumber(LocalDate day) {
        return (long) day.getYear() * MONTHS_A_YEAR + day.getMonthValue();
    }

    private static long thirty(LocalDate day) {
        return monthNumber(day) * DAYS_A_MONTH + Math.min(day.getDayOfMonth(), DAYS_A_MONTH);
    }

    /** Days of 30-day months that are over when the day begins. */
    private static long daysBefore(LocalDate day) {
        return monthNumber(day) * DAYS_A_MONTH + Math.min(day.getDayOfMonth() - 1, DAYS_A_MONTH);
    }
}
