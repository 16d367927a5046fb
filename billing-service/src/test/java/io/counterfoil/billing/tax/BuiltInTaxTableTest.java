package io.counterfoil.billing.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.tax.TaxQuestion.Buyer;
import io.counterfoil.billing.tax.TaxQuestion.Line;
import io.counterfoil.billing.tax.TaxRateJson.Publication;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInTaxTableTest {
    private static final LocalDate DAY = LocalDate.parse("2026-06-30");
    private static final Scope SELLER = Scope.of("US01");

    private final BillingHouse house = new BillingHouse().furnished();
    private final TaxPort table = house.beans.get(TaxPort.class);

    @Test
    void the_rate_of_the_region_goes_before_that_of_the_country() {
        publish("US", "S", "0.01");
        publish("US-CA", "S", "0.0825");
        assertThat(subtotal("US", "CA", TaxCategory.S).applied().jurisdiction()).isEqualTo("US-CA");
        assertThat(subtotal("US", "CA", TaxCategory.S).tax()).isEqualTo(Money.of("8.25", "USD"));
        assertThat(subtotal("US", "TX", TaxCategory.S).applied().jurisdiction()).isEqualTo("US");
        assertThat(subtotal("US", null, TaxCategory.S).tax()).isEqualTo(Money.of("1.00", "USD"));
    }

    @Test
    void the_tax_point_decides_and_the_newest_version_that_is_valid_applies() {
        publish("DE", "S", "0.16", "2020-07-01", "2021-01-01");
        publish("DE", "S", "0.19", "2021-01-01", null);
        publish("DE", "S", "0.20", "2026-07-01", null);
        assertThat(rateOn("2020-12-31")).isEqualTo("0.16");
        assertThat(rateOn("2021-01-01")).isEqualTo("0.19");
        assertThat(rateOn("2026-06-30")).isEqualTo("0.19");
        assertThat(rateOn("2026-07-01")).isEqualTo("0.2");
        assertThatThrownBy(() -> rateOn("2020-06-30")).isInstanceOf(TaxRateMissing.class);
    }

    @Test
    void what_is_standard_or_exempt_needs_a_row_and_the_others_know_their_reason() {
        assertThatThrownBy(() -> subtotal("FR", null, TaxCategory.S)).isInstanceOf(TaxRateMissing.class);
        assertThatThrownBy(() -> subtotal("FR", null, TaxCategory.E)).isInstanceOf(TaxRateMissing.class);
        assertThat(subtotal("FR", null, TaxCategory.Z).tax()).isEqualTo(Money.zero("USD"));
        assertThat(subtotal("FR", null, TaxCategory.AE).applied().reasonCode()).isEqualTo("VATEX-EU-AE");
        assertThat(subtotal("FR", null, TaxCategory.AE).applied().reason()).isEqualTo("Reverse charge");
        assertThat(subtotal("FR", null, TaxCategory.O).applied().reasonCode()).isEqualTo("VATEX-EU-O");
    }

    @Test
    void the_answer_names_the_version_that_it_came_from() {
        publish("DE", "S", "0.19");
        publish("DE", "S", "0.19");
        publish("DE", "S", "0.18");
        assertThat(subtotal("DE", null, TaxCategory.S).applied().source()).isEqualTo("built-in table, DE/S version 2");
    }

    @ParameterizedTest(name = "{0}/{1} {2} from {3} to {4}, reason {5}: {6}")
    @CsvSource({
        "DE, S, 1.19, 2026-01-01, , , /rate",
        "DE, S, -0.19, 2026-01-01, , , /rate",
        "DE, S, 19 %, 2026-01-01, , , /rate",
        "DE, S, , 2026-01-01, , , /rate",
        "DE, Z, 0.19, 2026-01-01, , , /rate",
        "DE, E, 0, 2026-01-01, , , /reasonCode",
        "DE, S, 0.19, , , , /validFrom",
        "DE, S, 0.19, 2026-01-01, 2026-01-01, , /validTo",
        "Germany, S, 0.19, 2026-01-01, , , ''",
        "DE, Q, 0.19, 2026-01-01, , , ''"
    })
    void what_is_wrong_is_named(
            String place, String category, String rate, LocalDate from, LocalDate to, String reason, String pointer) {
        Publication wanted = new Publication(rate, from, to, reason, null);
        assertThatThrownBy(() -> house.inTransaction(
                        () -> house.beans.get(PublishTaxRate.class).handle(place, category, wanted)))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.errors())
                        .extracting(FieldError::pointer)
                        .contains(pointer));
    }

    private void publish(String place, String category, String rate) {
        publish(place, category, rate, "2020-01-01", null);
    }

    private void publish(String place, String category, String rate, String from, String to) {
        Publication wanted =
                new Publication(rate, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), null, null);
        house.inTransaction(() -> house.beans.get(PublishTaxRate.class).handle(place, category, wanted));
    }

    private static Buyer buyer(String country, String region) {
        return new Buyer(UUID.fromString(BillingHouse.CUSTOMER), country, region, Set.of());
    }

    private String rateOn(String day) {
        TaxQuestion question = new TaxQuestion(
                LocalDate.parse(day),
                SELLER,
                buyer("DE", null),
                List.of(new Line(TaxCategory.S, Money.of("100.00", "USD"))));
        return table.quote(List.of(question))
                .get(0)
                .subtotals()
                .get(0)
                .applied()
                .rate()
                .toString();
    }

    private TaxQuote.Subtotal subtotal(String country, String region, TaxCategory... categories) {
        List<Line> lines = Arrays.stream(categories)
                .map(category -> new Line(category, Money.of("100.00", "USD")))
                .toList();
        return table.quote(List.of(new TaxQuestion(DAY, SELLER, buyer(country, region), lines)))
                .get(0)
                .subtotals()
                .get(0);
    }
}
