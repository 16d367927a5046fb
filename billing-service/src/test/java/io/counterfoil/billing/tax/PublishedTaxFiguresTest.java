package io.counterfoil.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.common.money.Money;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tax of official sample invoices and of vendors' documentation: on the summed base, rounded once. */
class PublishedTaxFiguresTest {

    @ParameterizedTest(name = "{0}: {2} {1} at {3} is {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EN-01 |EUR| 2800.00 -1500.00 25.00       | 0.25   | 331.25     | peppol-bis-invoice-3 rules/examples/base-example.xml",
                "EN-01 |EUR| -2800.00 1500.00 -25.00      | 0.25   | -331.25    | base-negative-inv-correction.xml",
                "EN-02 |EUR| 4000.00 900.00 200.00 -200.00| 0.25   | 1225.00    | rules/examples/Allowance-example.xml",
                "EN-05 |NOK| 1460.50                      | 0.25   | 365.13     | ubl-tc434-example2.xml",
                "EN-05 |NOK| 1.00                         | 0.15   | 0.15       | ubl-tc434-example2.xml",
                "EN-06 |NOK| 625743.54                    | 0.25   | 156435.89  | ubl/examples/BIS3_Invoice_positive.XML",
                "EN-06 |NOK| -625743.54                   | 0.25   | -156435.89 | ubl/examples/BIS3_Invoice_negativ.XML",
                "EN-08 |EUR| 12.12                        | 0.25   | 3.03       | ubl/examples/sample-discount-price.xml",
                "EN-09 |HUF| 69180.00                     | 0.27   | 18679.00   | cii/examples/huf_example_cii.xml",
                "EN-12 |EUR| 1000.00                      | 0      | 0.00       | rules/examples/vat-category-Z.xml",
                "ST-17a|USD| 31.00                        | 0.10   | 3.10       | docs.stripe.com/revenue-recognition/examples",
                "LG-12 |EUR| 193.33                       | 0.25   | 48.33      | lago-api credit_note_rounding_spec.rb",
                "LG-14 |EUR| 29.99                        | 0.2333 | 7.00       | lago-api credit_note_rounding_spec.rb",
                "LG-16 |EUR| 68.33 68.33 57.50 85.00      | 0.20   | 55.83      | getlago/lago-api PR #2643",
                "ST-25 |USD| 60.00 40.00                  | 0.25   | 25.00      | docs.stripe.com/tax/invoicing/refunds"
            })
    void tax_is_computed_on_the_summed_base(
            String id, String currency, String nets, String rate, String tax, String source) {
        List<Line> lines = Arrays.stream(nets.strip().split("\\s+"))
                .map(net -> new Line(TaxCategory.S, Money.of(net, currency)))
                .toList();
        TaxQuote quote = TaxRules.quote(
                lines,
                line -> new ApplicableRate("XX", line.category(), Rate.of(rate), null, null, "test"),
                new TaxRounding(currency.equals("HUF") ? 100 : 1, false, false));
        assertThat(quote.subtotals()).hasSize(1);
        assertThat(quote.subtotals().get(0).tax()).as(id + ", " + source).isEqualTo(Money.of(tax, currency));
        assertThat(quote.lines().stream().map(TaxQuote.LineTax::tax).reduce(Money::plus))
                .as("the lines' shares add up")
                .contains(Money.of(tax, currency));
    }

    /** EN-05 as a whole: three categories on one invoice, each with a subtotal of its own. */
    @ParameterizedTest(name = "EN-05: total {0}")
    @CsvSource({"1801.78"})
    void each_category_has_its_own_subtotal(String total) {
        List<Line> lines = List.of(
                new Line(TaxCategory.S, Money.of("1460.50", "NOK")),
                new Line(TaxCategory.Z, Money.of("1.00", "NOK")),
                new Line(TaxCategory.E, Money.of("-25.00", "NOK")));
        TaxQuote quote = TaxRules.quote(
                lines,
                line -> switch (line.category()) {
                    case S -> new ApplicableRate("NO", TaxCategory.S, Rate.of("0.25"), null, null, "test");
                    case Z -> new ApplicableRate("NO", TaxCategory.Z, Rate.of("0.15"), null, null, "test");
                    default -> new ApplicableRate("NO", TaxCategory.E, Rate.ZERO, "VATEX-EU-132", "Exempt", "test");
                },
                TaxRounding.USUAL);
        Money tax = quote.subtotals().stream()
                .map(TaxQuote.Subtotal::tax)
                .reduce(Money::plus)
                .orElseThrow();
        Money net = quote.subtotals().stream()
                .map(TaxQuote.Subtotal::taxable)
                .reduce(Money::plus)
                .orElseThrow();
        assertThat(quote.subtotals()).extracting(s -> s.tax().amount()).containsExactly("365.13", "0.15", "0.00");
        assertThat(net.plus(tax)).isEqualTo(Money.of(total, "NOK"));
    }
}
