package io.counterfoil.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.plan.PlanJson.Publication;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal.FieldError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishPlanTest {
    private final BillingHouse house = new BillingHouse();

    private static final String GOLD =
            """
            {"name": "Gold", "validFrom": "2026-01-01", "charges": [
              {"chargeId": "seat", "name": "Seat", "kind": "RECURRING", "pricing": "PER_UNIT", "billingPeriod": "MONTH"},
              {"chargeId": "setup", "name": "Set-up", "kind": "ONE_TIME", "pricing": "FLAT",
               "prices": [{"currency": "USD", "unitPrice": "50.00"}, {"currency": "JPY", "unitPrice": "5000"}]}]}
            """;

    @Test
    void a_plan_is_published_in_versions_and_the_same_again_is_none() throws Exception {
        assertThat(publish(GOLD, null).version()).isEqualTo(1);
        assertThat(publish(GOLD, null).version()).isEqualTo(1);
        assertThat(publish(GOLD.replace("Gold", "Golden"), "\"1\"").version()).isEqualTo(2);
        assertThatThrownBy(() -> publish(GOLD, "\"1\"")).isInstanceOf(ETags.Stale.class);
    }

    @Test
    void the_newest_version_that_is_valid_on_the_day_is_sold() throws Exception {
        publish(GOLD, null);
        publish(GOLD.replace("2026-01-01", "2026-07-01"), null);
        Plans.Catalogue catalogue = house.beans.get(Plans.class).of(List.of("gold"));
        assertThat(catalogue.validOn("gold", LocalDate.parse("2026-06-30")).version())
                .isEqualTo(1);
        assertThat(catalogue.validOn("gold", LocalDate.parse("2026-07-01")).version())
                .isEqualTo(2);
        assertThatThrownBy(() -> catalogue.validOn("gold", LocalDate.parse("2025-12-31")))
                .isInstanceOf(UnknownPlan.class);
    }

    @Test
    void a_charge_without_list_prices_is_priced_by_the_order_and_a_list_price_must_be_in_its_currency()
            throws Exception {
        Plan gold = publish(GOLD, null);
        UnitPrice ofOrder = UnitPrice.of("9.99");
        assertThat(gold.charges().get(0).price(ofOrder, "USD")).isEqualTo(ofOrder);
        assertThat(gold.charges().get(1).price(ofOrder, "JPY")).isEqualTo(UnitPrice.of("5000"));
        assertThatThrownBy(() -> gold.chargesIn("EUR")).isInstanceOf(PriceMissing.class);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"ONE_TIME\" | \"RECURRING\" | /charges/1/billingPeriod",
                ", \"billingPeriod\": \"MONTH\" | `` | /charges/0/billingPeriod",
                "\"setup\" | \"seat\" | /charges/1/chargeId",
                "\"JPY\" | \"USD\" | /charges/1/prices/1/currency",
                "\"JPY\" | \"XXZ\" | /charges/1/prices/1/currency",
                "\"charges\" | \"validTo\": \"2026-01-01\", \"charges\" | /validTo"
            })
    void what_is_wrong_is_named(String part, String by, String pointer) {
        assertThatThrownBy(() -> publish(GOLD.replace(part, by), null))
                .isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.errors())
                        .extracting(FieldError::pointer)
                        .contains(pointer));
    }

    private Plan publish(String json, String ifMatch) throws Exception {
        Publication wanted = Json.strict().readValue(json, Publication.class);
        return house.inTransaction(() -> house.beans.get(PublishPlan.class).handle("gold", wanted, ifMatch));
    }
}
