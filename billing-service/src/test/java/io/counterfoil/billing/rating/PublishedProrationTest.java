package io.counterfoil.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that others published, for fragments of an anchored period; the source is named with each. */
class PublishedProrationTest {

    @ParameterizedTest(name = "{0}: {1}/month from {3} to {4} costs {5} ({6})")
    @CsvSource({
        "KB-01, 599.95, 2012-01-31, 2012-03-02, 2012-03-31, 561.24, 'Kill Bill, TestIntegration l. 294'",
        "KB-02, 599.95, 2012-01-03, 2012-03-02, 2012-03-03, 20.69, 'Kill Bill, TestIntegration l. 488'",
        "KB-02, 599.95, 2012-01-02, 2012-03-02, 2012-04-02, 599.95, 'Kill Bill, TestIntegration l. 488, anchor 2'",
        "KB-14, 249.95, 2016-06-10, 2016-07-01, 2016-07-10, 74.99, 'Kill Bill, TestIntegration#testChangeMonthlyToAnnualWithDifferentBCD'",
        "KB-14, 249.95, 2016-06-10, 2016-08-01, 2016-08-10, 72.57, 'Kill Bill, the repaired part of the same'",
        "KB-16, 599.95, 2016-04-10, 2016-05-05, 2016-05-10, 99.99, 'Kill Bill, TestWithBCDUpdate#testBCDChangeBeforeChangePlan'",
        "KB-22, 29.95, 2017-01-01, 2017-02-15, 2017-03-01, 14.98, 'Kill Bill, TestIntegrationInvoice l. 313'",
        "LG-01, 50, 2023-08-01, 2023-08-10, 2023-09-01, 35.48, 'lago-docs, guide/plans'",
        "LG-03, 100, 2023-01-01, 2023-01-01, 2023-01-15, 45.16, 'lago-docs'"
    })
    void a_fragment_costs_its_days_over_the_days_of_its_own_period(
            String id, String price, LocalDate anchor, LocalDate start, LocalDate end, String amount, String source) {
        Share share = Proration.ACTUAL.share(BillingPeriod.MONTH, anchor, new ServicePeriod(start, end));
        assertThat(Tariff.simple(Pricing.PER_UNIT, UnitPrice.of(price)).amount(Quantity.ONE, share, "USD"))
                .as(id + ", " + source)
                .isEqualTo(Money.of(amount, "USD"));
    }

    @ParameterizedTest(name = "KB-40: {0} from {1}, {2} to {3} is {4} of a period")
    @CsvSource({
        "MONTH, 2011-01-13, 2011-02-01, 2011-02-13, 12, 31, 0.387096774",
        "YEAR, 2010-02-15, 2010-03-03, 2011-02-15, 349, 365, 0.956164384"
    })
    void a_ratio_keeps_its_numerator_and_denominator(
            BillingPeriod rhythm,
            LocalDate anchor,
            LocalDate start,
            LocalDate end,
            long part,
            long whole,
            String ratio) {
        Share share = Proration.ACTUAL.share(rhythm, anchor, new ServicePeriod(start, end));
        assertThat(share).isEqualTo(new Share(part, whole));
        assertThat(share.decimal(9))
                .as("killbill invoice/src/test, invoice/proRations")
                .isEqualTo(ratio);
    }

    @ParameterizedTest(name = "{0}: {1} per {2}, {3} units cost {4} {5} ({6})")
    @CsvSource({
        "EN-08, 0.1212, 1, 100, 12.12, EUR, 'eInvoicing-EN16931 sample-discount-price.xml'",
        "EN-01, 400, 1, 7, 2800.00, EUR, 'peppol-bis-invoice-3 base-example.xml, line 1'",
        "EN-01, 500, 1, -3, -1500.00, EUR, 'peppol-bis-invoice-3 base-example.xml, line 2'",
        "EN-02, 200, 2, 10, 1000.00, EUR, 'peppol-bis-invoice-3 Allowance-example.xml, base quantity 2'",
        "KB-31, 29.95, 1, 7, 209.65, USD, 'Kill Bill, TestWithQuantityUpdate'",
        "KB-31, 29.95, 1, 10, 299.50, USD, 'Kill Bill, TestWithQuantityUpdate'"
    })
    void a_line_is_price_times_quantity_over_base_quantity_rounded_once(
            String id, String price, String base, String units, String amount, String currency, String source) {
        assertThat(Tariff.simple(Pricing.PER_UNIT, UnitPrice.of(price, base))
                        .amount(Quantity.of(units), Share.WHOLE, currency))
                .as(id + ", " + source)
                .isEqualTo(Money.of(amount, currency));
    }

    @ParameterizedTest(name = "a flat price of {0} is the same for {1} units")
    @CsvSource({"10.00, 1", "10.00, 250"})
    void a_flat_price_does_not_know_the_quantity(String price, String units) {
        assertThat(Tariff.simple(Pricing.FLAT, UnitPrice.of(price)).amount(Quantity.of(units), Share.WHOLE, "USD"))
                .isEqualTo(Money.of(price, "USD"));
    }

    /** U1: an exact half goes away from zero, also where the price itself would have been cut off by a base quantity. */
    @ParameterizedTest(name = "{0} per {1} x {2} x {3}/{4} = {5}")
    @CsvSource({
        "249.95, 1, 1, 9, 30, 74.99",
        "-249.95, 1, 1, 9, 30, -74.99",
        "0.01, 3, 3, 1, 2, 0.01",
        "1, 3, 1, 3, 200, 0.01"
    })
    void a_tie_is_seen_exactly(String price, String base, String units, long part, long whole, String amount) {
        assertThat(Tariff.simple(Pricing.PER_UNIT, UnitPrice.of(price, base))
                        .amount(Quantity.of(units), new Share(part, whole), "USD"))
                .isEqualTo(Money.of(amount, "USD"));
    }
}
