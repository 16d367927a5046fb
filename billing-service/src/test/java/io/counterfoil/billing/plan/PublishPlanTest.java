package io.counterfoil.billing.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.plan.PlanJson.Publication;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.Share;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.http.Refusal.FieldError;
import io.counterfoil.common.money.Money;
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

    private static final String METERED =
            """
            {"name": "Calls", "validFrom": "2026-01-01", "minimumCommitment":
               {"period": "MONTH", "amounts": [{"amount": "100.00", "currency": "USD"}]},
             "discounts": [{"discountId": "welcome", "name": "Welcome", "percentage": "10", "periods": 3}],
             "charges": [
              {"chargeId": "seat", "name": "Seat", "kind": "RECURRING", "pricing": "VOLUME", "billingPeriod": "P2W",
               "timing": "IN_ARREARS", "proration": "DAYS_30", "trialDays": 14, "included": "2",
               "prices": [{"currency": "USD", "tiers": [{"upTo": "10", "unitPrice": "7"}, {"unitPrice": "6"}]}],
               "phases": [{"startsAfter": "YEAR", "quantity": "20"}, {"startsAfter": "P2Y", "quantity": "30"}]},
              {"chargeId": "share", "name": "Share", "kind": "ONE_TIME", "pricing": "PERCENTAGE",
               "prices": [{"currency": "USD", "percentage": "1.2", "freeEvents": 3, "freeAmount": "500"}]},
              {"chargeId": "credit", "name": "Credit", "kind": "ONE_TIME", "pricing": "FLAT",
               "prices": [{"currency": "USD", "unitPrice": "80.00"}],
               "grantedCredit": [{"amount": "100.00", "currency": "USD"}]}]}
            """;

    @Test
    void a_plan_of_any_shape_is_read_back_as_it_was_published() throws Exception {
        Plan plan = publish(METERED, null);
        assertThat(house.beans.get(Plans.class).of(List.of("gold")).version("gold", 1))
                .isEqualTo(plan);
        assertThat(plan.charges().get(0).tariff(null, "USD").amount(Quantity.of("14"), Share.WHOLE, "USD"))
                .isEqualTo(Money.of("72.00", "USD"));
        assertThat(publish(METERED, null).version()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"unitPrice\": \"6\"} | {\"upTo\": \"9\", \"unitPrice\": \"6\"}, {\"unitPrice\": \"5\"} | tiers-overlap",
                "{\"unitPrice\": \"6\"} | {\"upTo\": \"20\", \"unitPrice\": \"6\"} | last-tier-bounded",
                "\"upTo\": \"10\", | `` | tier-not-bounded",
                "\"unitPrice\": \"7\" | \"unitPrice\": \"-7\" | negative-price",
                "\"amount\": \"100.00\", \"currency\": \"USD\" | \"amount\": \"100.00\", \"currency\": \"EUR\" | mixed-currency",
                "\"currency\": \"USD\", \"percentage\" | \"currency\": \"EUR\", \"percentage\" | mixed-currency",
                "\"kind\": \"RECURRING\" | \"kind\": \"USAGE\", \"meterId\": \"nothing\" | unknown-meter",
                "\"RECURRING\" | \"USAGE\" | invalid",
                "\"percentage\": \"10\" | \"percentage\": \"110\" | invalid",
                "\"PERCENTAGE\" | \"PACKAGE\" | invalid",
                "\"startsAfter\": \"P2Y\" | \"startsAfter\": \"P6M\" | invalid"
            })
    void what_can_not_be_sold_is_refused_by_name(String part, String by, String code) {
        assertThat(METERED).contains(part);
        String wrong =
                METERED.replace(part, by).replace("IN_ARREARS", code.equals("invalid") ? "IN_ADVANCE" : "IN_ARREARS");
        assertThatThrownBy(() -> publish(wrong, null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(house.<String>one("select count(*)::text v from plan")).isEqualTo("0");
    }

    private Plan publish(String json, String ifMatch) throws Exception {
        Publication wanted = Json.strict().readValue(json, Publication.class);
        return house.inTransaction(() -> house.beans
                .get(PublishPlan.class)
                .handle("gold", wanted, ifMatch)
                .plan());
    }
}
