package io.counterfoil.billing.rating;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rhythm of a recurring charge: every so many days, weeks, months or years. Written {@code DAY}, {@code WEEK}, {@code MONTH},
 * {@code QUARTER}, {@code YEAR}, any other as ISO 8601 says it: {@code P2W}, {@code P6M}. Twelve months are a year and seven days
 * a week, so that one rhythm has one name.
 *
 * @param count how many units, at least one
 * @param unit days, weeks, months or years
 */
public record BillingPeriod(int count, Unit unit) {

    public static final BillingPeriod DAY = new BillingPeriod(1, Unit.DAY);
    public static final BillingPeriod WEEK = new BillingPeriod(1, Unit.WEEK);
    public static final BillingPeriod MONTH = new BillingPeriod(1, Unit.MONTH);
    public static final BillingPeriod QUARTER = new BillingPeriod(3, Unit.MONTH);
    public static final BillingPeriod YEAR = new BillingPeriod(1, Unit.YEAR);

    private static final Pattern ISO = Pattern.compile("P([1-9]\\d{0,3})([DWMY])");
    private static final int DAYS_A_WEEK = 7;
    private static final int MONTHS_A_YEAR = 12;
    /** Every length of month comes up within the leap cycle. */
    private static final int CYCLES_TO_LOOK_BACK = 48;

    /** What is counted. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR;

        private static Unit of(char letter) {
            return switch (letter) {
                case 'D' -> DAY;
                case 'W' -> WEEK;
                case 'M' -> MONTH;
                default -> YEAR;
            };
        }
    }

    public BillingPeriod {
        if (count < 1) {
            throw new IllegalArgumentException("a billing period lasts at least one " + unit);
        }
        if (unit == Unit.DAY && count % DAYS_A_WEEK == 0) {
            count /= DAYS_A_WEEK;
            unit = Unit.WEEK;
        }
        if (unit == Unit.MONTH && count % MONTHS_A_YEAR == 0) {
            count /= MONTHS_A_YEAR;
            unit = Unit.YEAR;
        }
    }

    /** Reads what {@link #text()} writes, and any other way to write the same rhythm. */
    @JsonCreator
    public static BillingPeriod valueOf(String text) {
        if ("QUARTER".equals(text)) {
            return QUARTER;
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return new BillingPeriod(
                    Integer.parseInt(iso.group(1)), Unit.of(iso.group(2).charAt(0)));
        }
        return switch (text) {
            case "DAY" -> DAY;
            case "WEEK" -> WEEK;
            case "MONTH" -> MONTH;
            case "YEAR" -> YEAR;
            default -> throw new IllegalArgumentException("is no billing period, such as MONTH, QUARTER or P2W");
        };
    }

    /** The one name of this rhythm. */
    @JsonValue
    public String text() {
        if (equals(QUARTER)) {
            return "QUARTER";
        }
        return count == 1 ? unit.name() : "P" + count + unit.name().charAt(0);
    }

    /** How many calendar months it lasts; zero where it is counted in days. */
    public int months() {
        return switch (unit) {
            case MONTH -> count;
            case YEAR -> count * MONTHS_A_YEAR;
            default -> 0;
        };
    }

    private int days() {
        return unit == Unit.WEEK ? count * DAYS_A_WEEK : count;
    }

    /**
     * Where the period with this index begins, counted from the anchor and never from the period before: so the 31st gives
     * 30 April and then 31 May again.
     */
    public LocalDate boundary(LocalDate anchor, long index) {
        return months() == 0 ? anchor.plusDays(index * days()) : anchor.plusMonths(index * months());
    }

    /** The full period, found by walking from the anchor, in which the day lies. */
    public ServicePeriod around(LocalDate anchor, LocalDate day) {
        long index = months() == 0
                ? Math.floorDiv(ChronoUnit.DAYS.between(anchor, day), days())
                : Math.floorDiv(monthsBetween(anchor, day), months());
        while (boundary(anchor, index).isAfter(day)) {
            index--;
        }
        while (!boundary(anchor, index + 1).isAfter(day)) {
            index++;
        }
        return new ServicePeriod(boundary(anchor, index), boundary(anchor, index + 1));
    }

    /**
     * The anchor of a cycle that begins at the last anchor day on or before the given day. It lies in a month that has the
     * day, as far back as need be, so that an anchor on the 31st does not drift. What is counted in days starts anew.
     */
    public LocalDate anchor(int day, LocalDate onOrBefore) {
        if (months() == 0) {
            return onOrBefore;
        }
        YearMonth month = YearMonth.from(onOrBefore);
        if (clipped(month, day).isAfter(onOrBefore)) {
            month = month.minusMonths(1);
        }
        YearMonth longest = month;
        for (long cycle = 0; cycle < CYCLES_TO_LOOK_BACK && longest.lengthOfMonth() < day; cycle++) {
            YearMonth earlier = month.minusMonths(cycle * months());
            longest = earlier.lengthOfMonth() > longest.lengthOfMonth() ? earlier : longest;
        }
        return clipped(longest, day);
    }

    private static LocalDate clipped(YearMonth month, int day) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /** A span cut at the boundaries of the periods: a fragment, whole periods, a fragment. */
    public List<ServicePeriod> pieces(LocalDate anchor, ServicePeriod span) {
        List<ServicePeriod> pieces = new ArrayList<>();
        LocalDate start = span.start();
        while (start.isBefore(span.end())) {
            ServicePeriod piece = new ServicePeriod(start, around(anchor, start).end()).until(span.end());
            pieces.add(piece);
            start = piece.end();
        }
        return pieces;
    }

    /**
     * The periods that are billed in advance: those that begin on or after {@code from} and up to {@code through}, counted
     * from the anchor, the last one cut off where the term ends.
     */
    public List<ServicePeriod> inAdvance(LocalDate anchor, LocalDate from, LocalDate through, LocalDate termEnd) {
        List<ServicePeriod> periods = new ArrayList<>();
        LocalDate start = from;
        while (!start.isAfter(through) && (termEnd == null || start.isBefore(termEnd))) {
            ServicePeriod served =
                    new ServicePeriod(start, around(anchor, start).end()).until(termEnd);
            periods.add(served);
            start = served.end();
        }
        return periods;
    }

    /** The periods that are billed in arrears: those from {@code from} on that have ended by {@code through}. */
    public List<ServicePeriod> inArrears(LocalDate anchor, LocalDate from, LocalDate through, LocalDate termEnd) {
        return inAdvance(anchor, from, through, termEnd).stream()
                .filter(period -> !period.end().isAfter(through))
                .toList();
    }

    @Override
    public String toString() {
        return text();
    }

    private static int monthsBetween(LocalDate anchor, LocalDate day) {
        return (day.getYear() - anchor.getYear()) * MONTHS_A_YEAR + day.getMonthValue() - anchor.getMonthValue();
    }
}
