package io.counterfoil.billing.tax;

import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The tax of a document: one subtotal per category, rate and jurisdiction on its summed base, and each line's share.
 *
 * @param lines in the order of the question's lines
 * @param national the tax in the currency of the country that gets it; null where that is the document's, or no rate of
 *     exchange is published
 * @param policyVersions the policies that the answer used
 */
public record TaxQuote(
        List<Subtotal> subtotals, List<LineTax> lines, NationalTax national, Map<String, String> policyVersions) {

    public TaxQuote {
        subtotals = List.copyOf(subtotals);
        lines = List.copyOf(lines);
    }

    TaxQuote(List<Subtotal> subtotals, List<LineTax> lines) {
        this(subtotals, lines, null, Map.of());
    }

    /**
     * The tax of amounts whose rates are given, each with its own: nothing is looked up.
     *
     * @param step the smallest amount of tax, in minor units
     * @param perLine is each line rounded for itself instead of the subtotal?
     * @param taxFirst of an inclusive price, is the tax computed and the net the difference?
     */
    public static TaxQuote of(
            List<Money> amounts, List<ApplicableRate> rates, long step, boolean perLine, boolean taxFirst) {
        List<List<TaxRules.Piece>> lines = IntStream.range(0, amounts.size())
                .mapToObj(i -> List.of(new TaxRules.Piece(null, amounts.get(i), rates.get(i))))
                .toList();
        return TaxRules.quote(lines, new TaxRounding(step, perLine, taxFirst));
    }

    /** The tax on one summed base. */
    public record Subtotal(ApplicableRate applied, Money taxable, Money tax) {}

    /**
     * What one line carries of the tax. It has several parts only where the rate changes within its service period and the
     * policy says that each part bears its own; each part is to be a line of the document.
     */
    public record LineTax(List<Part> parts) {

        public LineTax {
            parts = List.copyOf(parts);
        }

        public ApplicableRate applied() {
            return parts.get(0).applied();
        }

        public Money tax() {
            return parts.stream().map(Part::tax).reduce(Money::plus).orElseThrow();
        }

        /** Without the tax, also where the price includes it. */
        public Money net() {
            return parts.stream().map(Part::net).reduce(Money::plus).orElseThrow();
        }
    }

    /** A line, or what of it lies before or after a change of the rate. */
    public record Part(ServicePeriod period, ApplicableRate applied, Money net, Money tax) {}

    /** The sum of the tax in the national currency, and where the rate of exchange came from. */
    public record NationalTax(Money tax, String source) {}

    /** The sum of the tax. */
    public Money tax() {
        return subtotals.stream().map(Subtotal::tax).reduce(Money::plus).orElseThrow();
    }

    TaxQuote with(NationalTax other, Map<String, String> versions) {
        return new TaxQuote(subtotals, lines, other, versions);
    }
}
