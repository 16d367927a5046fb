package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.timeline.ChangeKind;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stories that other billing systems publish, through the use cases, with the clock moved. */
class OtherVendorsTest {

    /** chargebee.com, proration: 60 becomes 30 on 21 April; 10.00 of credit make the next 30.00 a 20.00. */
    @Test
    void a_downgrade_leaves_credit_that_the_next_invoice_uses() {
        LifeHouse life = new LifeHouse("2012-04-01").untaxed().plan("small", "MONTH");
        UUID large = life.subscribe("platform-monthly", "60.00");
        pay(life, 1, "60.00");
        life.at("2012-04-21");
        life.change(large, ChangeKind.PLAN, Map.of("planId", "small", "unitPrice", "30.00"));
        life.at("2012-06-01");
        assertThat(life.lines())
                .containsExactly(
                        "2012-04-01 RECURRING 2012-04-01/2012-05-01 60.00",
                        "2012-04-21 REPAIR 2012-04-21/2012-05-01 -20.00",
                        "2012-04-21 RECURRING 2012-04-21/2012-05-01 10.00",
                        "2012-05-01 RECURRING 2012-05-01/2012-06-01 30.00",
                        "2012-06-01 RECURRING 2012-06-01/2012-07-01 30.00");
        assertThat(open(life)).isEqualTo("0,0,2000,3000");
    }

    /** Stripe, as told on exchangetuts.com: 10 in May, 20 from the middle of May on; all of it is billed on 1 June. */
    @Test
    void an_upgrade_that_waits_is_billed_with_the_renewal() {
        LifeHouse life = new LifeHouse("2026-05-01")
                .untaxed()
                .plan("gold", "MONTH")
                .policy("proration.billing", "LEGAL_ENTITY", "US01", "NEXT_INVOICE");
        UUID silver = life.subscribe("platform-monthly", "10.00");
        life.at("2026-05-15");
        life.lines();
        life.change(silver, ChangeKind.PLAN, Map.of("planId", "gold", "unitPrice", "20.00"));
        assertThat(life.lines()).isEmpty();
        life.at("2026-06-01");
        assertThat(life.lines())
                .containsExactlyInAnyOrder(
                        "2026-06-01 RECURRING 2026-06-01/2026-07-01 20.00",
                        "2026-06-01 REPAIR 2026-05-15/2026-06-01 -5.48",
                        "2026-06-01 RECURRING 2026-05-15/2026-06-01 10.97");
    }

    /** docs.recurly.com, upgrades and downgrades: a downgrade at renewal prorates nothing. */
    @Test
    void a_downgrade_at_the_end_of_the_period_prorates_nothing() {
        LifeHouse life = new LifeHouse("2026-04-01").untaxed().plan("silver", "MONTH");
        UUID gold = life.subscribe("platform-monthly", "20.00");
        life.at("2026-04-16");
        life.change(
                gold, ChangeKind.PLAN, Map.of("planId", "silver", "unitPrice", "10.00", "effective", "END_OF_PERIOD"));
        life.at("2026-05-01");
        assertThat(life.lines())
                .containsExactly(
                        "2026-04-01 RECURRING 2026-04-01/2026-05-01 20.00",
                        "2026-05-01 RECURRING 2026-05-01/2026-06-01 10.00");
    }

    /** maxio.com: every 17 days, and a month after a trial of 30 days. */
    @Test
    void seventeen_days_are_a_rhythm_and_a_trial_comes_before_it() {
        LifeHouse life = new LifeHouse("2026-01-01").untaxed().plan("seventeen", "P17D");
        life.subscribe("seventeen", "50.00", Map.of("trialDays", 30));
        life.at("2026-03-06");
        assertThat(life.lines())
                .containsExactly(
                        "2026-01-31 RECURRING 2026-01-31/2026-02-17 50.00",
                        "2026-02-17 RECURRING 2026-02-17/2026-03-06 50.00",
                        "2026-03-06 RECURRING 2026-03-06/2026-03-23 50.00");
    }

    /** chargebee.com, billing mode by days: the day of the cancellation is billed, by choice. */
    @Test
    void the_day_of_a_cancellation_is_billed_by_choice() {
        LifeHouse life = new LifeHouse("2026-04-01")
                .untaxed()
                .policy("proration.terminationDay", "LEGAL_ENTITY", "US01", "BILLED");
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-04-10");
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "enough"));
        assertThat(life.lines()).endsWith("2026-04-10 REPAIR 2026-04-11/2026-05-01 -20.00");
    }

    /** docs.zuora.com: what a charge costs at most, by what was used. */
    @Test
    void usage_costs_at_most_what_the_plan_says() {
        LifeHouse life = new LifeHouse("2026-01-01").untaxed();
        life.house.database.update("insert into meter values ('calls', 'Calls', 'call', 'SUM', 1)");
        life.publish(
                "capped",
                """
                {"name": "Capped", "validFrom": "2000-01-01", "charges": [
                 {"chargeId": "calls", "name": "Calls", "kind": "USAGE", "pricing": "PER_UNIT", "billingPeriod": "MONTH",
                  "meterId": "calls", "prices": [{"currency": "USD", "unitPrice": "12", "minimum": "120", "maximum": "240"}]}]}
                """);
        UUID subscription = life.subscribe("capped", null);
        life.house.database.update(
                """
                insert into usage_record (seq, subscription_id, meter_id, key, quantity, used_at, used_on)
                values (1, ?, 'calls', 'a', 25, '2026-01-10T12:00:00Z', '2026-01-10')
                """,
                subscription);
        life.at("2026-03-01");
        assertThat(life.lines())
                .containsExactly(
                        "2026-02-01 USAGE 2026-01-01/2026-02-01 240.00",
                        "2026-03-01 USAGE 2026-02-01/2026-03-01 120.00");
    }

    /** OpenMeter: a volume price whose first flat fee is due although nothing was used; Lago's graduated percentage: nothing is. */
    @Test
    void whether_a_flat_fee_is_due_at_zero_is_a_matter_of_the_price() {
        LifeHouse life = new LifeHouse("2026-01-01").untaxed();
        life.house.database.update("insert into meter values ('calls', 'Calls', 'call', 'SUM', 1)");
        life.publish("stairs", tiered("VOLUME", true));
        life.publish("percents", tiered("GRADUATED", false));
        UUID stairs = life.subscribe("stairs", null);
        UUID percents = life.subscribe("percents", null);
        life.house.database.update(
                """
                insert into usage_record (seq, subscription_id, meter_id, key, quantity, used_at, used_on)
                values (1, ?, 'calls', 'a', 7, '2026-02-10T12:00:00Z', '2026-02-10'),
                       (2, ?, 'calls', 'b', 7, '2026-02-10T12:00:00Z', '2026-02-10')
                """,
                stairs,
                percents);
        life.at("2026-03-01");
        assertThat(life.lines())
                .containsExactlyInAnyOrder(
                        "2026-02-01 USAGE 2026-01-01/2026-02-01 100.00",
                        "2026-03-01 USAGE 2026-02-01/2026-03-01 150.00",
                        "2026-03-01 USAGE 2026-02-01/2026-03-01 250.00");
    }

    /** docs.zuora.com, partial months: the seller counts months of 30 days, unless a plan says otherwise. */
    @Test
    void what_a_plan_leaves_open_is_counted_as_the_policy_says() {
        LifeHouse life = new LifeHouse("2018-01-01")
                .untaxed()
                .plan("small", "MONTH")
                .policy("proration.dialect", "LEGAL_ENTITY", "US01", "DAYS_30");
        life.publish(
                "exact",
                """
                {"name": "Exact", "validFrom": "2000-01-01", "charges": [
                 {"chargeId": "fee", "name": "Fee", "kind": "RECURRING", "pricing": "FLAT", "billingPeriod": "MONTH",
                  "proration": "ACTUAL", "prices": [{"currency": "USD", "unitPrice": "100"}]}]}
                """);
        UUID open = life.subscribe("platform-monthly", "100.00");
        UUID exact = life.subscribe("exact", null);
        life.at("2018-01-18");
        life.lines();
        life.change(open, ChangeKind.PLAN, Map.of("planId", "small", "unitPrice", "50.00"));
        assertThat(life.lines())
                .containsExactlyInAnyOrder(
                        "2018-01-18 REPAIR 2018-01-18/2018-02-01 -46.67",
                        "2018-01-18 RECURRING 2018-01-18/2018-02-01 23.33");
        life.change(exact, ChangeKind.CANCEL, Map.of("reason", "enough"));
        assertThat(life.lines()).containsExactly("2018-01-18 REPAIR 2018-01-18/2018-02-01 -45.16");
    }

    /** Amounts of lines in steps of five cents, as where no smaller coin is: the charge, what comes off it, and what is taken back. */
    @Test
    void lines_are_rounded_to_the_steps_that_the_seller_names() {
        LifeHouse life = new LifeHouse("2026-04-01")
                .untaxed()
                .plan("small", "MONTH")
                .policy("rounding.line", "LEGAL_ENTITY", "US01", "USD 0.05");
        life.publish(
                "thirds",
                """
                {"name": "Thirds", "validFrom": "2000-01-01", "discounts": [{"discountId": "third", "name": "A third", "percentage": "33"}],
                 "charges": [{"chargeId": "fee", "name": "Fee", "kind": "RECURRING", "pricing": "FLAT", "billingPeriod": "MONTH",
                  "prices": [{"currency": "USD", "unitPrice": "10.03"}]}]}
                """);
        UUID thirds = life.subscribe("thirds", null);
        assertThat(life.lines())
                .containsExactly(
                        "2026-04-01 RECURRING 2026-04-01/2026-05-01 10.05",
                        "2026-04-01 DISCOUNT 2026-04-01/2026-05-01 -3.30");
        life.at("2026-04-12");
        life.change(thirds, ChangeKind.CANCEL, Map.of("reason", "enough"));
        assertThat(life.lines())
                .containsExactly(
                        "2026-04-12 REPAIR 2026-04-12/2026-05-01 -6.35",
                        "2026-04-12 DISCOUNT 2026-04-12/2026-05-01 2.10");
    }

    private static String tiered(String pricing, boolean flatFeeAtZero) {
        return """
               {"name": "Tiered", "validFrom": "2000-01-01", "charges": [
                {"chargeId": "calls", "name": "Calls", "kind": "USAGE", "pricing": "%s", "billingPeriod": "MONTH", "meterId": "calls",
                 "prices": [{"currency": "USD", "flatFeeAtZero": %s, "tiers": [{"upTo": "5", "unitPrice": "0", "flatFee": "100"},
                  {"unitPrice": "0", "flatFee": "150"}]}]}]}
               """
                .formatted(pricing, flatFeeAtZero);
    }

    private static void pay(LifeHouse life, int invoice, String amount) {
        life.ask(
                "payment.RecordManualPayment",
                "payment.PaymentJson$ManualPayment",
                Map.of(
                        "legalEntityId",
                        "US01",
                        "amount",
                        Map.of("amount", amount, "currency", "USD"),
                        "channel",
                        "bank",
                        "reference",
                        "transfer " + invoice,
                        "invoiceNumber",
                        life.house.<String>one("select invoice_number v from invoice order by 1 limit 1")));
    }

    private static String open(LifeHouse life) {
        return life.house.one("select string_agg(open_minor::text, ',' order by invoice_number) v from invoice");
    }
}
