package io.counterfoil.billing.amendment;

import io.counterfoil.billing.rating.BillingPeriod;
import java.time.LocalDate;
import java.time.YearMonth;

/** Finds the day from which the periods of a cycle are counted. */
final class Anchors {

    /** Every length of month comes up within the leap cycle. */
    private static final int CYCLES_TO_LOOK_BACK = 48;

    private Anchors() {}

    /**
     * The anchor of a cycle that begins at the last anchor day on or before the given day. It lies in a month that has the
     * day, as far back as need be, so that an anchor on the 31st does not drift. What is counted in days starts anew.
     */
    static LocalDate of(BillingPeriod rhythm, int anchorDay, LocalDate onOrBefore) {
        if (rhythm.months() == 0) {
            return onOrBefore;
        }
        YearMonth month = YearMonth.from(onOrBefore);
        if (day(month, anchorDay).isAfter(onOrBefore)) {
            month = month.minusMonths(1);
        }
        YearMonth longest = month;
        for (long cycle = 0; cycle < CYCLES_TO_LOOK_BACK && longest.lengthOfMonth() < anchorDay; cycle++) {
            YearMonth earlier = month.minusMonths(cycle * rhythm.months());
            longest = earlier.lengthOfMonth() > longest.lengthOfMonth() ? earlier : longest;
        }
        return day(longest, anchorDay);
    }

    private static LocalDate day(YearMonth month, int anchorDay) {
        return month.atDay(Math.min(anchorDay, month.lengthOfMonth()));
    }
}
