package io.counterfoil.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.tax.TaxQuestion.Buyer;
import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.billing.tax.TaxRateJson.ComponentJson;
import io.counterfoil.billing.tax.TaxRateJson.Publication;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decides about tax beside the rate: who sells to whom, what the price includes, when the rate changes. */
class TaxCasesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-06-30");
    private static final Scope SELLER = Scope.of("DE01");
    private static final UUID CUSTOMER = UUID.fromString(BillingHouse.CUSTOMER);

    private final BillingHouse house = new BillingHouse().furnished();
    private final TaxPort table = house.beans.get(TaxPort.class);

    TaxCasesTest() {
        house.database.update(
                "insert into legal_entity values ('DE01', 'DE01', 'DE', 'EUR', 'Europe/Berlin', null, 1)");
        publish("DE", "S", "0.19", null);
        publish("FR", "S", "0.20", null);
        house.database.update("insert into tax_area values ('EU', 1, '{DE,FR,SE}', now())");
    }

    @Test
    void a_registered_buyer_in_another_country_of_the_area_accounts_for_the_tax() {
        TaxQuote quote = quote(buyer("FR", Set.of("FR")), line("100.00"));
        assertThat(quote.tax()).isEqualTo(Money.of("0.00", "EUR"));
        assertThat(quote.lines().get(0).applied().category()).isEqualTo(TaxCategory.AE);
        assertThat(quote.lines().get(0).applied().reasonCode()).isEqualTo("VATEX-EU-AE");
        assertThat(quote.lines().get(0).applied().reason()).isEqualTo("Reverse charge");
    }

    @ParameterizedTest(name = "buyer in {0}, registered in {1}: {2}")
    @CsvSource({"FR, DE, 20.00", "FR, '', 20.00", "DE, DE, 19.00", "FR, FR, 0.00"})
    void only_registration_in_its_own_country_moves_the_tax_to_the_buyer(
            String country, String registered, String tax) {
        Set<String> in = registered.isEmpty() ? Set.of() : Set.of(registered);
        assertThat(quote(buyer(country, in), line("100.00")).tax().amount()).isEqualTo(tax);
    }

    @Test
    void an_exemption_holds_for_its_customer_jurisdiction_and_time_and_names_its_certificate() {
        house.database.update(
                "insert into tax_exemption values ('CUSTOMER', ?, 'DE', 1, 'VATEX-EU-132', 'Public body', 'DE-77', '2026-01-01', '2026-07-01', now())",
                BillingHouse.CUSTOMER);
        ApplicableRate applied =
                quote(buyer("DE", Set.of()), line("100.00")).lines().get(0).applied();
        assertThat(applied.category()).isEqualTo(TaxCategory.E);
        assertThat(applied.reasonCode()).isEqualTo("VATEX-EU-132");
        assertThat(applied.source()).isEqualTo("exemption, certificate DE-77, DE version 1");
        assertThat(quote(buyer("FR", Set.of()), line("100.00")).tax().amount()).isEqualTo("20.00");
        assertThat(quoteOn(DAY.plusDays(1), line("100.00")).tax().amount()).isEqualTo("19.00");
    }

    @Test
    void an_exempt_product_is_exempt_beside_others_that_are_not() {
        house.database.update(
                "insert into tax_exemption values ('PRODUCT', 'BOOK', 'DE', 1, 'VATEX-EU-143', null, null, '2026-01-01', null, now())");
        TaxQuote quote = quote(
                buyer("DE", Set.of()),
                new Line(TaxCategory.S, Money.of("50.00", "EUR"), "BOOK", null),
                new Line(TaxCategory.S, Money.of("50.00", "EUR"), "PEN", null));
        assertThat(quote.subtotals()).extracting(s -> s.tax().amount()).containsExactly("0.00", "9.50");
    }

    @Test
    void several_authorities_each_get_their_part_rounded_for_itself() {
        publish(
                "US-CA",
                "S",
                "0.0825",
                null,
                new ComponentJson("California", "0.0725"),
                new ComponentJson("Los Angeles County", "0.01"));
        Buyer buyer = new Buyer(CUSTOMER, "US", "CA", Set.of());
        TaxQuote quote = quote(buyer, line("9.99"), line("0.50"));
        assertThat(quote.subtotals())
                .extracting(s -> s.applied().jurisdiction() + " " + s.tax().amount())
                .containsExactly("California 0.76", "Los Angeles County 0.10");
        assertThat(quote.lines().stream().map(TaxQuote.LineTax::tax).reduce(Money::plus))
                .contains(Money.of("0.86", "EUR"));
        assertThat(quote.lines().get(0).applied().rate()).isEqualTo(Rate.of("0.0825"));
    }

    @ParameterizedTest(name = "{0}: {4} of {1} at {2} is {5} + {6}")
    @CsvSource({
        "ZU-07,  2.99,  0.04, 2026-01-01, NET_FIRST, 2.88,  0.11, docs.zuora.com inclusive tax rounding",
        "ZU-07,  2.99,  0.04, 2026-01-01, TAX_FIRST, 2.87,  0.12, docs.zuora.com inclusive tax rounding",
        "ST-17a, 34.10, 0.10, 2026-01-01, NET_FIRST, 31.00, 3.10, docs.stripe.com/revenue-recognition/examples",
        "ST-17a, 34.10, 0.10, 2026-01-01, TAX_FIRST, 31.00, 3.10, docs.stripe.com/revenue-recognition/examples",
        "do not adopt: 27.90 + 3.10, 31.00, 0.10, 2026-01-01, NET_FIRST, 28.18, 2.82, docs.stripe.com/revenue-recognition/examples"
    })
    void of_a_price_that_includes_the_tax_one_part_is_computed_and_the_other_is_the_difference(
            String id, String gross, String rate, LocalDate from, String first, String net, String tax, String source) {
        policy("tax.inclusive", first);
        house.inTransaction(() -> house.beans
                .get(PublishTaxRate.class)
                .handle("DE", "S", new Publication(rate, from, null, null, null, true, null, null)));
        TaxQuote quote = quote(buyer("DE", Set.of()), line(gross));
        assertThat(quote.lines().get(0).net().amount()).as(id + ", " + source).isEqualTo(net);
        assertThat(quote.lines().get(0).tax().amount()).isEqualTo(tax);
        assertThat(quote.subtotals().get(0).taxable().amount()).isEqualTo(net);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"SUBTOTAL, 55.83", "LINE, 55.84"})
    void tax_is_rounded_on_the_subtotal_or_on_each_line_as_the_policy_says(String rounding, String tax) {
        policy("tax.rounding", rounding);
        TaxQuote quote = quote(buyer("FR", Set.of()), line("68.33"), line("68.33"), line("57.50"), line("85.00"));
        assertThat(quote.tax().amount()).as("LG-16, getlago/lago-api PR #2643").isEqualTo(tax);
        assertThat(quote.policyVersions()).containsKey("tax.rounding");
    }

    @Test
    void forints_have_whole_units_because_the_entity_says_so() {
        publish("HU", "S", "0.27", null);
        policy("rounding.tax", "HUF 1");
        Line line = new Line(TaxCategory.S, Money.of("69180.00", "HUF"));
        assertThat(quote(buyer("HU", Set.of()), line).tax().amount())
                .as("EN-09, cii/examples/huf_example_cii.xml")
                .isEqualTo("18679.00");
    }

    /** KB-29, killbill TestWithTaxItems#testTaxRateStartAndEndDate: 29.95 with tax of 1.00 and 10.00 makes 40.95. */
    @ParameterizedTest
    @CsvSource({"SPLIT_PERIOD, 1.00 10.00, 40.95", "TAX_POINT, 1.82, 31.77"})
    void a_rate_that_changes_within_the_period_counts_for_its_days_or_not_at_all(
            String rateChange, String taxes, String total) {
        publish("DE", "S", "0.0609", "2018-01-01");
        house.inTransaction(() -> house.beans
                .get(PublishTaxRate.class)
                .handle("DE", "S", new Publication("0.7391", LocalDate.parse("2018-01-01"), null, null, null)));
        policy("tax.rateChange", rateChange);
        ServicePeriod period = new ServicePeriod(LocalDate.parse("2017-12-15"), LocalDate.parse("2018-01-15"));
        TaxQuote quote = house.beans
                .get(TaxPort.class)
                .quote(List.of(new TaxQuestion(
                        LocalDate.parse("2017-12-15"),
                        SELLER,
                        buyer("DE", Set.of()),
                        List.of(new Line(TaxCategory.S, Money.of("29.95", "EUR"), null, period)))))
                .get(0);
        assertThat(quote.lines().get(0).parts())
                .extracting(part -> part.tax().amount())
                .containsExactly(taxes.split(" "));
        assertThat(quote.lines().get(0).net().plus(quote.tax()).amount()).isEqualTo(total);
    }

    @Test
    void the_tax_is_also_told_in_the_currency_of_the_seller() {
        house.database.update(
                "insert into legal_entity values ('SE01', 'SE01', 'SE', 'SEK', 'Europe/Stockholm', null, 1)");
        publish("SE", "S", "0.25", null);
        house.database.update(
                "insert into tax_exchange_rate values ('EUR', 'SEK', '2026-01-01', 1, 7.611428571, 'Allowance-example.xml', now())");
        TaxQuote quote = table.quote(List.of(new TaxQuestion(
                        DAY,
                        Scope.of("SE01"),
                        buyer("SE", Set.of()),
                        List.of(line("4000.00"), line("900.00"), line("200.00"), line("-200.00")))))
                .get(0);
        assertThat(quote.tax().amount()).isEqualTo("1225.00");
        assertThat(quote.national().tax())
                .as("EN-02, peppol rules/examples/Allowance-example.xml")
                .isEqualTo(Money.of("9324.00", "SEK"));
    }

    @Test
    void a_source_that_is_down_names_the_documents_that_wait_and_lets_the_others_go() {
        house.inTransaction(() -> house.beans
                .get(PublishTaxRate.class)
                .handle(
                        "FR",
                        "S",
                        new Publication(
                                "0.20",
                                LocalDate.parse("2020-01-01"),
                                null,
                                null,
                                null,
                                null,
                                TaxSource.SUSPENDED,
                                null)));
        TaxQuestion german = new TaxQuestion(DAY, SELLER, buyer("DE", Set.of()), List.of(line("1.00")));
        TaxQuestion french = new TaxQuestion(DAY, SELLER, buyer("FR", Set.of()), List.of(line("1.00")));
        assertThatThrownBy(() -> table.quote(List.of(german, french, german)))
                .isInstanceOfSatisfying(TaxSourceDown.class, down -> {
                    assertThat(down.waiting()).containsExactly(1);
                    assertThat(down.code()).isEqualTo("tax-source-down");
                });
        assertThat(table.quote(List.of(german))).hasSize(1);
    }

    private TaxQuote quote(Buyer buyer, Line... lines) {
        return table.quote(List.of(new TaxQuestion(DAY, SELLER, buyer, Arrays.asList(lines))))
                .get(0);
    }

    private TaxQuote quoteOn(LocalDate day, Line line) {
        return table.quote(List.of(new TaxQuestion(day, SELLER, buyer("DE", Set.of()), List.of(line))))
                .get(0);
    }

    private static Line line(String net) {
        return new Line(TaxCategory.S, Money.of(net, "EUR"));
    }

    private static Buyer buyer(String country, Set<String> registeredIn) {
        return new Buyer(CUSTOMER, country, null, registeredIn);
    }

    private void policy(String name, String value) {
        house.database.update(
                "insert into policy_value values (?, 'LEGAL_ENTITY', 'DE01', 1, ?, '2010-01-01', null, 'tester', now())",
                name,
                value);
    }

    private void publish(String jurisdiction, String category, String rate, String validTo, ComponentJson... parts) {
        house.inTransaction(() -> house.beans
                .get(PublishTaxRate.class)
                .handle(
                        jurisdiction,
                        category,
                        new Publication(
                                rate,
                                LocalDate.parse("2010-01-01"),
                                validTo == null ? null : LocalDate.parse(validTo),
                                null,
                                null,
                                null,
                                null,
                                Arrays.asList(parts))));
    }
}
