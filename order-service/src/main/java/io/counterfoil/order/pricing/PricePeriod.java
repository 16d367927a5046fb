package io.counterfoil.order.pricing;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;

/** What one unit price pays for. */
public enum PricePeriod {
    MONTH(1),
    YEAR(12),
    ONCE(0);

    private final int months;

    PricePeriod(int months) {
        this.months = months;
    }

    public boolean recurs() {
        return months > 0;
    }

    /** The value of a line over its term, rounded once. */
    public Money total(UnitPrice price, Quantity quantity, int termMonths, String currency) {
        return recurs() ? price.times(quantity, termMonths, months, currency) : price.times(quantity, 1, 1, currency);
    }

    /** Where the term ends (exclusive); null for what is charged once. */
    public LocalDate end(LocalDate start, int termMonths) {
        return recurs() ? start.plusMonths(termMonths) : null;
    }
}
