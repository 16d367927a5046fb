package io.counterfoil.billing.amendment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.timeline.ChangeKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Kill Bill's published scenarios through the use cases, on a real database, with the clock moved. */
class SubscriptionLifeTest {

    /** KB-01: TestIntegration#testBasePlanCompleteWithBillingDayInPast (l. 294): trial of 30 days, the account's day is 31. */
    @Test
    void after_a_trial_the_first_bill_leads_to_the_accounts_day() {
        LifeHouse life = new LifeHouse("2012-02-01").policy("billing.alignment", "LEGAL_ENTITY", "US01", "ACCOUNT");
        UUID rifle = life.subscribe("platform-monthly", "599.95", Map.of("trialDays", 30, "billingDay", 31));
        life.work();
        assertThat(life.state(rifle)).isEqualTo("TRIAL");
        life.at("2012-03-31");
        assertThat(life.lines())
                .containsExactly(
                        "2012-03-02 RECURRING 2012-03-02/2012-03-31 561.24",
                        "2012-03-31 RECURRING 2012-03-31/2012-04-30 599.95");
        assertThat(life.state(rifle)).isEqualTo("ACTIVE");
        assertThat(life.told()).containsExactly("subscription.activated");
    }

    /** KB-02: TestIntegration#testBasePlanCompleteWithBillingDayInFuture (l. 488). */
    @Test
    void one_day_costs_its_share_of_the_period_in_which_it_lies() {
        LifeHouse life = new LifeHouse("2012-02-01").policy("billing.alignment", "LEGAL_ENTITY", "US01", "ACCOUNT");
        life.subscribe("platform-monthly", "599.95", Map.of("trialDays", 30, "billingDay", 3));
        life.at("2012-03-03");
        assertThat(life.lines())
                .containsExactly(
                        "2012-03-02 RECURRING 2012-03-02/2012-03-03 20.69",
                        "2012-03-03 RECURRING 2012-03-03/2012-04-03 599.95");
    }

    /** KB-03: TestIntegration#testWithPauseResume (l. 689, 703). */
    @Test
    void a_pause_takes_back_the_rest_and_a_resume_charges_to_the_next_anchor() {
        LifeHouse life = new LifeHouse("2012-03-02");
        UUID shotgun = life.subscribe("platform-monthly", "249.95");
        assertThat(life.lines()).containsExactly("2012-03-02 RECURRING 2012-03-02/2012-04-02 249.95");
        life.at("2012-03-04");
        life.change(shotgun, ChangeKind.PAUSE, Map.of());
        assertThat(life.lines()).containsExactly("2012-03-04 REPAIR 2012-03-04/2012-04-02 -233.82");
        life.at("2012-04-05");
        assertThat(life.lines()).as("nothing is charged while it is paused").isEmpty();
        assertThat(life.state(shotgun)).isEqualTo("PAUSED");
        life.change(shotgun, ChangeKind.RESUME, Map.of());
        assertThat(life.lines()).containsExactly("2012-04-05 RECURRING 2012-04-05/2012-05-02 224.96");
        life.at("2012-05-02");
        assertThat(life.lines()).containsExactly("2012-05-02 RECURRING 2012-05-02/2012-06-02 249.95");
        assertThat(life.told())
                .containsExactly("subscription.activated", "subscription.suspended", "subscription.resumed");
    }

    /** KB-06: TestIntegrationInvoiceWithRepairLogic#testMultiplePartialRepairs (l. 253 ff.). */
    @Test
    void two_changes_in_a_month_repair_only_what_each_of_them_ends() {
        LifeHouse life = new LifeHouse("2012-05-01").plan("blowdart", "MONTH").plan("pistol", "MONTH");
        UUID subscription = life.subscribe("platform-monthly", "599.95");
        life.at("2012-05-07");
        life.change(subscription, ChangeKind.PLAN, Map.of("planId", "blowdart", "unitPrice", "9.95"));
        life.at("2012-05-08");
        life.change(subscription, ChangeKind.PLAN, Map.of("planId", "pistol", "unitPrice", "29.95"));
        life.at("2012-07-01");
        assertThat(life.lines())
                .containsExactly(
                        "2012-05-01 RECURRING 2012-05-01/2012-06-01 599.95",
                        "2012-05-07 REPAIR 2012-05-07/2012-06-01 -483.83",
                        "2012-05-07 RECURRING 2012-05-07/2012-06-01 8.02",
                        "2012-05-08 REPAIR 2012-05-08/2012-06-01 -7.70",
                        "2012-05-08 RECURRING 2012-05-08/2012-06-01 23.19",
                        "2012-06-01 RECURRING 2012-06-01/2012-07-01 29.95",
                        "2012-07-01 RECURRING 2012-07-01/2012-08-01 29.95");
        assertThat(life.told())
                .containsExactly("subscription.activated", "subscription.amended", "subscription.amended");
    }

    /** KB-14: the same class, #testChangeMonthlyToAnnualWithDifferentBCD (l. 83-108). */
    @Test
    void a_month_on_the_accounts_day_becomes_a_year_on_its_own() {
        LifeHouse life =
                new LifeHouse("2016-07-01").policy("billing.alignment", "CHARGE", "platform-monthly:main", "ACCOUNT");
        UUID subscription = life.subscribe("platform-monthly", "249.95", Map.of("billingDay", 10));
        life.at("2016-08-01");
        life.change(subscription, ChangeKind.PLAN, Map.of("planId", "platform-annual", "unitPrice", "2399.95"));
        assertThat(life.lines())
                .containsExactly(
                        "2016-07-01 RECURRING 2016-07-01/2016-07-10 74.99",
                        "2016-07-10 RECURRING 2016-07-10/2016-08-10 249.95",
                        "2016-08-01 REPAIR 2016-08-01/2016-08-10 -72.57",
                        "2016-08-01 RECURRING 2016-08-01/2017-08-01 2399.95");
    }

    /** KB-16: TestWithBCDUpdate#testBCDChangeBeforeChangePlan: both were asked for before and come into effect on their day. */
    @Test
    void an_anchor_that_moved_before_the_change_cuts_the_new_plan() {
        LifeHouse life = new LifeHouse("2016-05-01").plan("rifle", "MONTH");
        UUID subscription = life.subscribe("platform-monthly", "249.95");
        life.at("2016-05-03");
        life.change(subscription, ChangeKind.ANCHOR, Map.of("anchorDay", 10, "effectiveDate", "2016-05-05"));
        life.change(
                subscription,
                ChangeKind.PLAN,
                Map.of("planId", "rifle", "unitPrice", "599.95", "effectiveDate", "2016-05-05"));
        life.at("2016-05-10");
        assertThat(life.lines())
                .containsExactly(
                        "2016-05-01 RECURRING 2016-05-01/2016-06-01 249.95",
                        "2016-05-05 RECURRING 2016-05-05/2016-05-10 99.99",
                        "2016-05-05 REPAIR 2016-05-05/2016-06-01 -217.70",
                        "2016-05-10 RECURRING 2016-05-10/2016-06-10 599.95");
    }

    @Test
    void the_ledger_is_told_how_to_treat_a_modification_by_itself_or_as_the_policy_says() {
        LifeHouse life = new LifeHouse("2026-05-01").plan("support", "MONTH");
        UUID month = life.subscribe("platform-monthly", "10.00");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "3"));
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "2"));
        life.change(month, ChangeKind.ADD_ON, Map.of("planId", "support", "unitPrice", "5.00"));
        life.policy("modification.treatment", "LEGAL_ENTITY", "US01", "CUMULATIVE_CATCH_UP");
        life.change(month, ChangeKind.PRICE, Map.of("unitPrice", "12.00"));
        assertThat(life.house
                        .database
                        .query("select data from outbox where type like '%subscription.amended%' order by seq")
                        .list(row -> row.text("data").replaceAll("(?s).*\"modificationTreatment\":\"(\\w+)\".*", "$1")))
                .containsExactly("SEPARATE_CONTRACT", "PROSPECTIVE", "SEPARATE_CONTRACT", "CUMULATIVE_CATCH_UP");
    }

    /** KB-28: overdue/TestOverdueIntegration#testOverdueStages1. */
    @Test
    void blocked_time_is_taken_back_when_it_is_over() {
        LifeHouse life = new LifeHouse("2012-05-31");
        UUID subscription = life.subscribe("platform-monthly", "249.95");
        life.at("2012-07-10");
        life.lines();
        life.house.inTransaction(() -> life.amendments().suspend(subscription, "overdue"));
        life.at("2012-07-20");
        assertThat(life.lines()).isEmpty();
        assertThat(life.state(subscription)).isEqualTo("SUSPENDED");
        life.house.inTransaction(() -> life.amendments().reinstate(subscription, "paid"));
        assertThat(life.lines()).containsExactly("2012-07-20 REPAIR 2012-07-10/2012-07-20 -80.63");
        life.at("2012-07-31");
        assertThat(life.lines()).containsExactly("2012-07-31 RECURRING 2012-07-31/2012-08-31 249.95");
        assertThat(life.state(subscription)).isEqualTo("ACTIVE");
    }

    /** KB-31: TestWithQuantityUpdate: knives, 7 then 10. */
    @Test
    void another_quantity_from_the_next_period_on() {
        LifeHouse life = new LifeHouse("2026-05-01");
        UUID knives = life.subscribe("platform-monthly", "29.95", Map.of("quantity", "7"));
        life.change(knives, ChangeKind.QUANTITY, Map.of("quantity", "10", "effective", "END_OF_PERIOD"));
        life.at("2026-06-01");
        assertThat(life.lines())
                .containsExactly(
                        "2026-05-01 RECURRING 2026-05-01/2026-06-01 209.65",
                        "2026-06-01 RECURRING 2026-06-01/2026-07-01 299.50");
    }

    @Test
    void a_cancellation_that_is_scheduled_in_a_paid_year_is_credited_on_its_day_alone() {
        LifeHouse life = new LifeHouse("2026-01-01");
        UUID year = life.subscribe("platform-annual", "1200.00", Map.of("termMonths", 24));
        life.at("2026-01-10");
        life.change(year, ChangeKind.CANCEL, Map.of("reason", "closing down", "effectiveDate", "2026-07-02"));
        life.at("2026-07-01");
        assertThat(life.state(year)).isEqualTo("ACTIVE");
        life.lines();
        life.at("2026-07-02");
        assertThat(life.lines()).containsExactly("2026-07-02 REPAIR 2026-07-02/2027-01-01 -601.64");
        assertThat(life.state(year)).isEqualTo("CANCELLED");
        assertThat(life.told()).containsExactly("subscription.activated", "subscription.cancelled");
        life.at("2027-02-01");
        assertThat(life.lines()).isEmpty();
    }

    @Test
    void a_cancellation_that_is_taken_back_leaves_no_trace_on_invoices() {
        LifeHouse life = new LifeHouse("2026-01-01");
        UUID month = life.subscribe("platform-monthly", "30.00");
        UUID cancel = life.change(month, ChangeKind.CANCEL, Map.of("reason", "maybe", "effectiveDate", "2026-02-15"))
                .changeId();
        life.at("2026-02-01");
        assertThat(life.lines())
                .containsExactly(
                        "2026-01-01 RECURRING 2026-01-01/2026-02-01 30.00",
                        "2026-02-01 RECURRING 2026-02-01/2026-02-15 15.00");
        life.takeBack(month, cancel);
        life.at("2026-03-01");
        assertThat(life.lines())
                .containsExactly(
                        "2026-02-15 RECURRING 2026-02-15/2026-03-01 15.00",
                        "2026-03-01 RECURRING 2026-03-01/2026-04-01 30.00");
    }

    @Test
    void a_term_is_renewed_with_uplift_and_expires_when_it_is_not_renewed_again() {
        LifeHouse life = new LifeHouse("2026-01-01");
        UUID year = life.subscribe("platform-annual", "1200.00", Map.of("termMonths", 12));
        life.at("2026-12-01");
        life.change(year, ChangeKind.RENEW, Map.of("termMonths", 12, "upliftPercent", "3.5"));
        life.at("2028-01-02");
        assertThat(life.lines())
                .containsExactly(
                        "2026-01-01 RECURRING 2026-01-01/2027-01-01 1200.00",
                        "2027-01-01 RECURRING 2027-01-01/2028-01-01 1242.00");
        assertThat(life.state(year)).isEqualTo("EXPIRED");
        assertThat(life.told()).containsExactly("subscription.activated", "subscription.renewed");
    }

    @Test
    void an_add_on_runs_on_the_cycle_of_its_base_and_can_be_dropped() {
        LifeHouse life = new LifeHouse("2026-01-01").plan("support", "MONTH");
        UUID month = life.subscribe("platform-monthly", "31.00");
        life.at("2026-01-11");
        life.change(month, ChangeKind.ADD_ON, Map.of("planId", "support", "unitPrice", "62.00", "quantity", "2"));
        life.at("2026-02-15");
        life.change(month, ChangeKind.DROP_ADD_ON, Map.of("planId", "support"));
        life.at("2026-03-01");
        assertThat(life.lines())
                .containsExactly(
                        "2026-01-01 RECURRING 2026-01-01/2026-02-01 31.00",
                        "2026-01-11 RECURRING 2026-01-11/2026-02-01 84.00",
                        "2026-02-01 RECURRING 2026-02-01/2026-03-01 31.00",
                        "2026-02-01 RECURRING 2026-02-01/2026-03-01 124.00",
                        "2026-02-15 REPAIR 2026-02-15/2026-03-01 -62.00",
                        "2026-03-01 RECURRING 2026-03-01/2026-04-01 31.00");
    }

    @Test
    void by_policy_a_change_waits_for_the_next_invoice() {
        LifeHouse life =
                new LifeHouse("2026-06-01").policy("proration.billing", "LEGAL_ENTITY", "US01", "NEXT_INVOICE");
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-06-16");
        life.change(month, ChangeKind.QUANTITY, Map.of("quantity", "3"));
        life.lines();
        life.at("2026-07-01");
        assertThat(life.lines())
                .containsExactlyInAnyOrder(
                        "2026-07-01 RECURRING 2026-07-01/2026-08-01 90.00",
                        "2026-07-01 REPAIR 2026-06-16/2026-07-01 -15.00",
                        "2026-07-01 RECURRING 2026-06-16/2026-07-01 45.00");
        assertThat(life.house.<String>one(
                        "select count(*)::text v from invoice_line where cardinality(accrual_ids) = 1"))
                .as("lines that waited name what may have been earned of them before")
                .isEqualTo("2");
    }

    @Test
    void by_policy_the_day_of_a_cancellation_is_paid_for() {
        LifeHouse life =
                new LifeHouse("2026-06-01").policy("proration.terminationDay", "LEGAL_ENTITY", "US01", "BILLED");
        UUID month = life.subscribe("platform-monthly", "30.00");
        life.at("2026-06-10");
        life.lines();
        life.change(month, ChangeKind.CANCEL, Map.of("reason", "done"));
        assertThat(life.lines()).containsExactly("2026-06-10 REPAIR 2026-06-11/2026-07-01 -20.00");
    }

    @Test
    void terms_are_aligned_to_end_on_one_day() {
        LifeHouse life = new LifeHouse("2026-01-01");
        UUID year = life.subscribe("platform-annual", "365.00", Map.of("termMonths", 12));
        life.at("2026-03-02");
        life.lines();
        life.change(year, ChangeKind.CO_TERM, Map.of("endDate", "2026-07-01", "alignCycle", true));
        assertThat(life.lines())
                .containsExactlyElementsOf(List.of(
                        "2026-03-02 REPAIR 2026-03-02/2027-01-01 -305.00",
                        "2026-03-02 RECURRING 2026-03-02/2026-07-01 121.00"));
    }

    /** Until the new end nothing of what was paid is lost, and the end may move again. */
    @Test
    void what_was_paid_beyond_an_end_that_moved_comes_back_on_that_day_and_not_before() {
        LifeHouse life = new LifeHouse("2026-01-01");
        UUID year = life.subscribe("platform-annual", "365.00", Map.of("termMonths", 12));
        life.at("2026-03-02");
        life.lines();
        life.change(year, ChangeKind.CO_TERM, Map.of("endDate", "2026-08-01"));
        assertThat(life.preview(year, ChangeKind.CO_TERM, Map.of("endDate", "2026-12-01"))
                        .laterInvoices())
                .extracting(later -> later.date() + " " + later.netBefore().amount() + " to "
                        + later.netAfter().amount())
                .containsExactly("2026-08-01 -153.00 to 0.00", "2026-12-01 0.00 to -31.00");
        life.change(year, ChangeKind.CO_TERM, Map.of("endDate", "2026-12-01"));
        life.at("2026-11-30");
        assertThat(life.lines()).as("all of it is served until then").isEmpty();
        life.at("2026-12-01");
        assertThat(life.lines()).containsExactly("2026-12-01 REPAIR 2026-12-01/2027-01-01 -31.00");
        life.at("2027-01-02");
        assertThat(life.lines()).isEmpty();
        assertThat(life.state(year)).isEqualTo("EXPIRED");
    }
}
