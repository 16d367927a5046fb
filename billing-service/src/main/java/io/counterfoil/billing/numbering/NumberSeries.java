package io.counterfoil.billing.numbering;

import java.time.LocalDate;

/**
 * A row of numbers of one legal entity, counted from one in each fiscal year.
 *
 * @param fiscalYearStartMonth 1 to 12; the fiscal year has the number of the calendar year in which it ends
 */
record NumberSeries(
        String legalEntityId,
        String series,
        String documentTypeCode,
        NumberPattern pattern,
        int fiscalYearStartMonth,
        int version) {

    int fiscalYearOf(LocalDate day) {
        boolean endsNextYear = fiscalYearStartMonth > 1 && day.getMonthValue() >= fiscalYearStartMonth;
        return day.getYear() + (endsNextYear ? 1 : 0);
    }

    String format(int fiscalYear, long number) {
        return pattern.format(legalEntityId, series, fiscalYear, number);
    }
}
