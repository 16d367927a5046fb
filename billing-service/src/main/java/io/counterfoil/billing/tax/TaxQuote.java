package io.counterfoil.billing.tax;

import io.counterfoil.common.money.Money;
import java.util.List;

/**
 * The tax of a document: one subtotal per category, rate and jurisdiction on its summed base, and each line's share.
 *
 * @param lines in the order of the question's lines
 */
public record TaxQuote(List<Subtotal> subtotals, List<LineTax> lines) {

    public TaxQuote {
        subtotals = List.copyOf(subtotals);
        lines = List.copyOf(lines);
    }

    /** The tax on one summed base. */
    public record Subtotal(ApplicableRate applied, Money taxable, Money tax) {}

    /** What one line carries of its subtotal's tax. */
    public record LineTax(ApplicableRate applied, Money tax) {}
}
