package io.counterfoil.suite.demo;

import io.counterfoil.suite.clock.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;

/**
 * The day on which the demo begins: the next first of January of a year with 365 days, so that what was worked out by hand
 * holds in whatever year it is played. At noon in Greenwich it is the same day in New York, Berlin and Tokyo.
 */
record FirstDay(LocalDate date) {

    static FirstDay after(Instant now) {
        int year = now.atZone(ZoneOffset.UTC).getYear() + 1;
        while (Year.isLeap(year)) {
            year++;
        }
        return new FirstDay(LocalDate.of(year, Month.JANUARY, 1));
    }

    int year() {
        return date.getYear();
    }

    void comes(BusinessTime time) {
        time.moveTo(noon(date));
    }

    /** A month later; what falls due on the way is done on its day. */
    void monthPasses(BusinessTime time) {
        time.moveTo(noon(date.plusMonths(1)));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
