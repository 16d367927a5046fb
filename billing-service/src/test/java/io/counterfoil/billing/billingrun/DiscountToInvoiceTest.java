package io.counterfoil.billing.billingrun;

import static io.counterfoil.billing.usage.MeteredHouse.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.usage.MeteredHouse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DiscountToInvoiceTest {
    private final MeteredHouse metered = new MeteredHouse();
    private final BillingHouse house = metered.house;

    @Test
    void a_percentage_lasts_for_its_periods_and_is_taxed_away() {
        metered.terms(
                "\"discounts\": [{\"discountId\": \"welcome\", \"name\": \"Welcome\", \"percentage\": \"10\", \"periods\": 2}]");
        metered.plan("base", MeteredHouse.recurring("10.00"));
        metered.subscribe("base", "2026-01-01", null);
        for (String day : List.of("2026-01-01", "2026-02-01", "2026-03-01")) {
            runAt(day);
        }
        assertThat(lines())
                .containsExactly(
                        "DISCOUNT 2026-01-01 -1.00",
                        "RECURRING 2026-01-01 10.00",
                        "DISCOUNT 2026-02-01 -1.00",
                        "RECURRING 2026-02-01 10.00",
                        "RECURRING 2026-03-01 10.00");
        assertThat(house.<String>one("select string_agg(tax_minor::text, ',' order by issue_date) v from invoice"))
                .isEqualTo("74,74,83");
    }

    /** LG-20: lago-docs minimum commitment: 100 promised, 50 used. */
    @Test
    void what_is_missing_to_a_promise_is_billed_once_when_its_period_is_over() {
        metered.terms(
                "\"minimumCommitment\": {\"period\": \"MONTH\", \"amounts\": [{\"amount\": \"100.00\", \"currency\": \"USD\"}]}");
        metered.plan(
                "calls",
                MeteredHouse.recurring("10.00"),
                MeteredHouse.usage("sum", "PER_UNIT", "\"unitPrice\": \"0.10\""));
        UUID subscription = metered.subscribe("calls", "2026-01-01", null);
        runAt("2026-01-01");
        metered.accept(record(subscription, "sum", "a", "400", "2026-01-10T12:00:00Z"));
        runAt("2026-02-01");
        assertThat(lines())
                .containsExactly(
                        "RECURRING 2026-01-01 10.00",
                        "RECURRING 2026-02-01 10.00",
                        "TRUE_UP 2026-01-01 50.00",
                        "USAGE 2026-01-01 40.00");
        metered.accept(record(subscription, "sum", "b", "2000", "2026-02-10T12:00:00Z"));
        runAt("2026-03-01");
        assertThat(lines()).filteredOn(line -> line.startsWith("TRUE_UP")).hasSize(1);
    }

    /** The same where prices include the tax: what was promised is counted as it is sold. */
    @Test
    void a_promise_is_counted_with_the_tax_that_prices_include() {
        house.database.update("update tax_rate set rate = 0.19, inclusive = true");
        metered.terms(
                "\"minimumCommitment\": {\"period\": \"MONTH\", \"amounts\": [{\"amount\": \"100.00\", \"currency\": \"USD\"}]}");
        metered.plan(
                "calls",
                MeteredHouse.recurring("10.00"),
                MeteredHouse.usage("sum", "PER_UNIT", "\"unitPrice\": \"0.10\""));
        UUID subscription = metered.subscribe("calls", "2026-01-01", null);
        runAt("2026-01-01");
        metered.accept(record(subscription, "sum", "a", "400", "2026-01-10T12:00:00Z"));
        runAt("2026-02-01");
        assertThat(
                        house.<String>one(
                                "select string_agg(type || ' ' || net_minor + tax_minor, ', ' order by type, period_start) v from invoice_line"))
                .isEqualTo("RECURRING 1000, RECURRING 1000, TRUE_UP 5000, USAGE 4000");
    }

    /** LG-08: lago-docs: 50 and 20, a coupon of 10.00 in each period, spread by net amount. */
    @Test
    void an_amount_is_spread_over_the_lines_of_its_period() {
        metered.terms("\"discounts\": [{\"discountId\": \"coupon\", \"name\": \"Coupon\","
                + " \"amounts\": [{\"amount\": \"10.00\", \"currency\": \"USD\"}]}]");
        metered.plan(
                "two",
                MeteredHouse.recurring("50.00"),
                MeteredHouse.recurring("20.00").replace("base", "more"));
        metered.subscribe("two", "2026-01-01", null);
        runAt("2026-01-01");
        assertThat(lines())
                .containsExactly(
                        "DISCOUNT 2026-01-01 -7.14",
                        "DISCOUNT 2026-01-01 -2.86",
                        "RECURRING 2026-01-01 50.00",
                        "RECURRING 2026-01-01 20.00");
    }

    @Test
    void a_discount_of_one_charge_of_one_subscription_leaves_the_others_alone() throws Exception {
        metered.plan(
                "two",
                MeteredHouse.recurring("50.00"),
                MeteredHouse.recurring("20.00").replace("base", "more"));
        UUID subscription = metered.subscribe("two", "2026-01-01", null);
        house.database.update(
                """
                insert into subscription_discount values (?, 'half', 'more', '2026-01-01',
                  '{"discountId": "half", "name": "Half", "percentage": "50", "periods": 1}', now())
                """,
                subscription);
        runAt("2026-01-01");
        runAt("2026-02-01");
        assertThat(lines())
                .filteredOn(line -> line.startsWith("DISCOUNT"))
                .containsExactly("DISCOUNT 2026-01-01 -10.00");
    }

    @Test
    void the_promise_of_a_term_that_ends_within_a_period_is_prorated() {
        metered.terms(
                "\"minimumCommitment\": {\"period\": \"MONTH\", \"amounts\": [{\"amount\": \"60.00\", \"currency\": \"USD\"}]}");
        metered.plan(
                "calls",
                MeteredHouse.recurring("0.00"),
                MeteredHouse.usage("sum", "PER_UNIT", "\"unitPrice\": \"0.10\""));
        metered.subscribe("calls", "2026-01-01", "2026-01-25");
        runAt("2026-01-01");
        runAt("2026-01-25");
        assertThat(lines()).contains("TRUE_UP 2026-01-01 46.45");
    }

    @Test
    void a_promise_that_does_not_say_how_it_is_prorated_is_prorated_as_the_policy_says() {
        house.database.update(
                """
                insert into policy_value (policy, level, scope_key, version, value, valid_from, published_by, published_at)
                values ('proration.dialect', 'LEGAL_ENTITY', 'US01', 1, 'DAYS_30', '2000-01-01', 'tester', now())
                """);
        metered.terms(
                "\"minimumCommitment\": {\"period\": \"MONTH\", \"amounts\": [{\"amount\": \"60.00\", \"currency\": \"USD\"}]}");
        metered.plan(
                "advance",
                MeteredHouse.recurring("0.00"),
                MeteredHouse.usage("sum", "PER_UNIT", "\"unitPrice\": \"1\""));
        metered.subscribe("advance", "2026-01-01", "2026-01-25");
        runAt("2026-01-01");
        runAt("2026-01-25");
        assertThat(lines()).contains("TRUE_UP 2026-01-01 48.00");
    }

    @Test
    void what_is_missing_in_the_last_period_is_billed_when_the_term_ends_also_if_nothing_else_is() {
        metered.terms(
                "\"minimumCommitment\": {\"period\": \"MONTH\", \"amounts\": [{\"amount\": \"60.00\", \"currency\": \"USD\"}]}");
        metered.plan("advance", MeteredHouse.recurring("10.00"));
        metered.subscribe("advance", "2026-01-01", "2026-03-01");
        for (String day : List.of("2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01")) {
            runAt(day);
        }
        assertThat(lines())
                .containsExactly(
                        "RECURRING 2026-01-01 10.00",
                        "RECURRING 2026-02-01 10.00",
                        "TRUE_UP 2026-01-01 50.00",
                        "TRUE_UP 2026-02-01 50.00");
    }

    private void runAt(String day) {
        house.clockAt(day + "T20:00:00Z");
        BillNextSet run = house.beans.get(BillNextSet.class);
        int turns = 0;
        while (house.<Boolean>inTransaction(() -> run.handle(100))) {
            assertThat(turns++).as("the run comes to an end").isLessThan(20);
        }
    }

    private List<String> lines() {
        return house.database
                .query(
                        """
                        select l.type || ' ' || l.period_start || ' ' || (l.net_minor / 100.0)::numeric(12,2) v
                          from invoice_line l join invoice i using (invoice_id)
                         order by i.issue_date, l.type, l.line_number
                        """)
                .list(row -> row.text("v"));
    }
}
