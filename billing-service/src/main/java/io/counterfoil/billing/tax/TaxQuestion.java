package io.counterfoil.billing.tax;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * What is to be taxed: where, when, and the net amount of each line with its category.
 *
 * @param taxPoint the day that decides the rate
 * @param region state or province; null where the country has one rate
 */
public record TaxQuestion(LocalDate taxPoint, String country, String region, List<Line> lines) {

    public TaxQuestion {
        lines = List.copyOf(lines);
    }

    /** One line's net amount. */
    public record Line(TaxCategory category, Money net) {}
}
