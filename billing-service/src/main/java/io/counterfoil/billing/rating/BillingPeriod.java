package io.counterfoil.billing.rating;

import java.time.LocalDate;

/** The rhythm of a recurring charge. */
public enum BillingPeriod {
    MONTH(1),
    YEAR(12);

    private final int months;

    BillingPeriod(int months) {
        this.months = months;
    }

    /**
     * Where the period with this index begins, counted from the anchor and never from the period before: so the 31st gives
     * 30 April and then 31 May again.
     */
    LocalDate boundary(LocalDate anchor, long index) {
        return anchor.plusMonths(index * months);
    }

    /** The full period, found by walking from the anchor, in which the day lies. */
    public ServicePeriod around(LocalDate anchor, LocalDate day) {
        long index = Math.floorDiv(monthsBetween(anchor, day), months);
        while (boundary(anchor, index).isAfter(day)) {
            index--;
        }
        while (!boundary(anchor, index + 1).isAfter(day)) {
            index++;
        }
        return new ServicePeriod(boundary(anchor, index), boundary(anchor, index + 1));
    }

    private static int monthsBetween(LocalDate anchor, LocalDate day) {
        return (day.getYear() - anchor.getYear()) * 12 + day.getMonthValue() - anchor.getMonthValue();
    }
}
