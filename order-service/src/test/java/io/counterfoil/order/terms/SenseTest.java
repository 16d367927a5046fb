package io.counterfoil.order.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.order.catalogue.TaxCategory;
import io.counterfoil.order.customer.PostalAddress;
import io.counterfoil.order.customer.TaxRegistration;
import io.counterfoil.order.pricing.Quantity;
import io.counterfoil.order.pricing.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final LineTerms LINE = new LineTerms("P", Quantity.of("1"), UnitPrice.of("1"), null);

    private static OrderTerms terms(LocalDate start, Integer term, Integer days, List<LineTerms> lines) {
        return new OrderTerms("US01", "USD", start, term, days, null, lines);
    }

    private static List<String> pointers(OrderTerms terms) {
        return Sense.of(terms, TODAY).stream().map(Breach::pointer).toList();
    }

    @Test
    void sensible_terms_break_nothing() {
        assertThat(pointers(terms(TODAY, 12, 30, List.of(LINE)))).isEmpty();
        assertThat(pointers(terms(TODAY.plusYears(5), 120, null, List.of(LINE))))
                .isEmpty();
        assertThat(pointers(terms(TODAY.minusYears(1), 1, 0, List.of(LINE)))).isEmpty();
    }

    @ParameterizedTest(name = "start {0}, term {1}, days {2}: {3}")
    @CsvSource(
            nullValues = "null",
            value = {
                "null, 12, 30, /startDate",
                "2025-06-14, 12, 30, /startDate",
                "2031-06-16, 12, 30, /startDate",
                "2026-06-15, null, 30, /termMonths",
                "2026-06-15, 0, 30, /termMonths",
                "2026-06-15, 121, 30, /termMonths",
                "2026-06-15, 12, -1, /paymentTermsDays",
                "2026-06-15, 12, 181, /paymentTermsDays",
            })
    void names_the_term_that_makes_no_sense(LocalDate start, Integer term, Integer days, String pointer) {
        assertThat(pointers(terms(start, term, days, List.of(LINE)))).containsExactly(pointer);
    }

    @Test
    void names_every_line_without_a_usable_number() {
        LineTerms empty = new LineTerms("P", null, null, null);
        assertThat(pointers(terms(TODAY, 12, 30, List.of(LINE, empty))))
                .containsExactly("/lines/1/quantity", "/lines/1/unitPrice");
    }

    @Test
    void an_order_without_lines_is_none() {
        assertThat(pointers(terms(TODAY, 12, 30, List.of()))).containsExactly("/lines");
    }

    @Test
    void a_refusal_has_the_code_and_class_of_the_first_broken_rule_and_all_pointers() {
        OrderNotAcceptable refusal = new OrderNotAcceptable(List.of(
                new Breach(Rule.PRODUCT_NOT_MAPPED, "/lines/0/productId", "no mapping"),
                new Breach(Rule.PRICE_NOT_LISTED, "/lines/1/unitPrice", "no price")));
        assertThat(refusal.code()).isEqualTo("product-not-mapped");
        assertThat(refusal.trouble()).isEqualTo(TroubleClass.MAPPING);
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.errors()).extracting("pointer").containsExactly("/lines/0/productId", "/lines/1/unitPrice");
        assertThat(refusal.remedy()).contains("mapping").contains("price book");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            nullValues = "null",
            value = {"null, null, S", "US, null, S"})
    void tax_needs_the_country_and_in_the_united_states_the_state(String country, String region, TaxCategory category) {
        PostalAddress address = new PostalAddress(null, null, null, region, null, country);
        assertThatThrownBy(() -> new TaxAttributes(address, List.of()).requireFor(List.of(category)))
                .isInstanceOfSatisfying(OrderNotAcceptable.class, refusal -> assertThat(refusal.trouble())
                        .isEqualTo(TroubleClass.TAX));
    }

    @Test
    void reverse_charge_needs_a_tax_registration() {
        PostalAddress address = new PostalAddress(null, null, null, null, null, "FR");
        assertThatThrownBy(() -> new TaxAttributes(address, List.of()).requireFor(List.of(TaxCategory.AE)))
                .hasMessageContaining("Reverse charge");
        List<TaxRegistration> registered = List.of(new TaxRegistration("VAT", "FR", "FR00999999002"));
        assertThatCode(() -> new TaxAttributes(address, registered).requireFor(List.of(TaxCategory.AE)))
                .doesNotThrowAnyException();
    }
}
