package io.counterfoil.billing.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scenarios of Kill Bill's integration tests as pure reckoning; the source is named with each. */
class PublishedChangesTest {

    /** KB-03: TestIntegration#testWithPauseResume (l. 689, 703). */
    @Test
    void a_pause_takes_back_the_rest_and_a_resume_charges_to_the_next_anchor() {
        Sold sold = monthly("249.95", "2012-03-02", 2);
        sold.billed("2012-03-02");
        assertThat(figures(sold, ChangeKind.PAUSE, "2012-03-04", nothing()))
                .containsExactly("REPAIR 2012-03-04/2012-04-02 -233.82");
        assertThat(figures(sold, ChangeKind.RESUME, "2012-04-05", nothing()))
                .containsExactly("RECURRING 2012-04-05/2012-05-02 224.96");
    }

    /** KB-05: TestIntegrationInvoiceWithRepairLogic#testSimplePartialRepairWithItemAdjustment (l. 152-156). */
    @Test
    void a_repair_never_exceeds_what_an_adjustment_left() {
        Sold sold = monthly("249.95", "2012-05-01", 1);
        sold.billed("2012-05-01");
        sold.adjust("10.00");
        assertThat(figures(sold, ChangeKind.PLAN, "2012-05-02", plan("blowdart", "9.95", BillingPeriod.MONTH, 1)))
                .containsExactly("REPAIR 2012-05-02/2012-06-01 -239.95", "RECURRING 2012-05-02/2012-06-01 9.63");
    }

    /** KB-06: the same class, #testMultiplePartialRepairs (l. 253 ff.). */
    @Test
    void two_changes_in_a_month_repair_only_what_each_of_them_ends() {
        Sold sold = monthly("599.95", "2012-05-01", 1);
        sold.billed("2012-05-01");
        assertThat(figures(sold, ChangeKind.PLAN, "2012-05-07", plan("blowdart", "9.95", BillingPeriod.MONTH, 1)))
                .containsExactly("REPAIR 2012-05-07/2012-06-01 -483.83", "RECURRING 2012-05-07/2012-06-01 8.02");
        assertThat(figures(
                        sold,
                        ChangeKind.PLAN,
                        "2012-05-08",
                        plan("blowdart", "pistol", "29.95", BillingPeriod.MONTH, 1)))
                .containsExactly("REPAIR 2012-05-08/2012-06-01 -7.70", "RECURRING 2012-05-08/2012-06-01 23.19");
        assertThat(figures(sold.billed("2012-06-01"))).containsExactly("RECURRING 2012-06-01/2012-07-01 29.95");
        assertThat(figures(sold.billed("2012-07-01"))).containsExactly("RECURRING 2012-07-01/2012-08-01 29.95");
    }

    /** KB-08: #testPartialRepairThroughBillingPeriodChange. */
    @Test
    void a_change_on_the_first_day_takes_all_of_it_back() {
        Sold sold = Sold.of(
                "shotgun-annual", "2399.95", BillingPeriod.YEAR, Proration.ACTUAL, LocalDate.parse("2012-05-01"), 1);
        sold.billed("2012-05-01");
        assertThat(figures(
                        sold,
                        ChangeKind.PLAN,
                        "2012-05-01",
                        plan("shotgun-annual", "shotgun-monthly", "249.95", BillingPeriod.MONTH, 1)))
                .containsExactly("REPAIR 2012-05-01/2013-05-01 -2399.95", "RECURRING 2012-05-01/2012-06-01 249.95");
    }

    /** KB-11: #testPauseResumeAnnual (l. 284-299). */
    @Test
    void a_year_that_resumes_begins_its_cycle_at_the_last_anchor_day() {
        Sold sold = Sold.of(
                "shotgun-annual", "2399.95", BillingPeriod.YEAR, Proration.ACTUAL, LocalDate.parse("2012-05-01"), 1);
        sold.billed("2012-05-01");
        assertThat(figures(sold, ChangeKind.PAUSE, "2012-05-12", nothing()))
                .containsExactly("REPAIR 2012-05-12/2013-05-01 -2327.62");
        assertThat(figures(sold, ChangeKind.RESUME, "2012-06-04", nothing()))
                .containsExactly("RECURRING 2012-06-04/2013-06-01 2380.22");
        assertThat(figures(sold.billed("2013-06-01"))).containsExactly("RECURRING 2013-06-01/2014-06-01 2399.95");
    }

    /** KB-13: #testChangeAnnualToAnnual (l. 435). */
    @Test
    void a_year_that_is_changed_lies_in_a_leap_period() {
        Sold sold = Sold.of(
                "shotgun-annual", "2399.95", BillingPeriod.YEAR, Proration.ACTUAL, LocalDate.parse("2015-01-01"), 1);
        sold.billed("2015-01-01");
        assertThat(figures(
                        sold,
                        ChangeKind.PLAN,
                        "2015-03-15",
                        plan("shotgun-annual", "assault-rifle-annual", "5999.95", BillingPeriod.YEAR, 1)))
                .containsExactly("REPAIR 2015-03-15/2016-01-01 -1919.96", "RECURRING 2015-03-15/2016-03-01 5770.44");
    }

    /** KB-14: #testChangeMonthlyToAnnualWithDifferentBCD (l. 83-108). */
    @Test
    void a_month_on_the_accounts_day_becomes_a_year_on_its_own() {
        Sold sold = monthly("249.95", "2016-07-01", 10);
        assertThat(figures(sold.billed("2016-07-01"))).containsExactly("RECURRING 2016-07-01/2016-07-10 74.99");
        assertThat(figures(sold.billed("2016-07-10"))).containsExactly("RECURRING 2016-07-10/2016-08-10 249.95");
        assertThat(figures(
                        sold, ChangeKind.PLAN, "2016-08-01", plan("shotgun-annual", "2399.95", BillingPeriod.YEAR, 1)))
                .containsExactly("REPAIR 2016-08-01/2016-08-10 -72.57", "RECURRING 2016-08-01/2017-08-01 2399.95");
    }

    /** KB-16: TestWithBCDUpdate#testBCDChangeBeforeChangePlan. */
    @Test
    void an_anchor_that_moved_before_the_change_cuts_the_new_plan() {
        Sold sold = monthly("249.95", "2016-05-01", 1);
        sold.billed("2016-05-01");
        Details toTheTenth = new Details(null, null, null, null, null, 10, null, false, null);
        LocalDate fifth = LocalDate.parse("2016-05-05");
        Change anchor = sold.change(ChangeKind.ANCHOR, fifth, toTheTenth);
        sold.changed(anchor, LocalDate.parse("2016-05-03"));
        Change upgrade = sold.change(
                ChangeKind.PLAN, fifth, plan("shotgun-monthly", "assault-rifle", "599.95", BillingPeriod.MONTH, null));
        assertThat(figures(sold.preview(upgrade, LocalDate.parse("2016-05-03")).charges().stream()
                        .flatMap(charge -> charge.dueBy(fifth, Sold.USD).stream())
                        .toList()))
                .containsExactly("RECURRING 2016-05-05/2016-05-10 99.99");
        sold.changed(upgrade, LocalDate.parse("2016-05-03"));
        assertThat(sold.lines().get(0).left().amount()).isEqualTo("32.25");
        assertThat(figures(sold.billed("2016-05-10")))
                .containsExactly("RECURRING 2016-05-05/2016-05-10 99.99", "RECURRING 2016-05-10/2016-06-10 599.95");
    }

    /** KB-21: TestIntegrationVoidInvoice#testVoidRepairedInvoice, before anything is voided. */
    @Test
    void a_cancellation_takes_back_the_rest_of_the_month() {
        Sold sold = monthly("19.95", "2013-06-15", 15);
        sold.billed("2013-06-15");
        assertThat(figures(sold, ChangeKind.CANCEL, "2013-07-01", until("2013-07-01")))
                .containsExactly("REPAIR 2013-07-01/2013-07-15 -9.31");
    }

    /** KB-28: overdue/TestOverdueIntegration#testOverdueStages1, #testOverdueStages2. */
    @Test
    void blocked_time_is_taken_back_when_it_is_over() {
        Sold sold = monthly("249.95", "2012-05-31", 31);
        sold.billed("2012-06-30");
        assertThat(figures(sold, ChangeKind.SUSPEND, "2012-07-10", nothing())).isEmpty();
        Change soon = sold.change(ChangeKind.REINSTATE, LocalDate.parse("2012-07-20"), nothing());
        assertThat(figures(sold.preview(soon, LocalDate.parse("2012-07-20")).items()))
                .containsExactly("REPAIR 2012-07-10/2012-07-20 -80.63");
        Change late = sold.change(ChangeKind.REINSTATE, LocalDate.parse("2012-07-31"), nothing());
        assertThat(figures(sold.preview(late, LocalDate.parse("2012-07-31")).items()))
                .containsExactly("REPAIR 2012-07-10/2012-07-31 -169.32", "RECURRING 2012-07-31/2012-08-31 249.95");
        Details charged = new Details(null, null, null, null, null, null, null, true, null);
        Change paid = sold.change(ChangeKind.REINSTATE, LocalDate.parse("2012-07-31"), charged);
        assertThat(figures(sold.preview(paid, LocalDate.parse("2012-07-31")).items()))
                .as("by policy the blocked time is charged")
                .containsExactly("RECURRING 2012-07-31/2012-08-31 249.95");
    }

    /** KB-31: TestWithQuantityUpdate: 7 then 10 of 29.95. */
    @Test
    void another_quantity_at_the_turn_of_a_month_costs_price_times_quantity() {
        Sold sold = monthly("29.95", "2026-05-01", 1);
        assertThat(figures(sold, ChangeKind.QUANTITY, "2026-05-01", units("7")))
                .containsExactly("RECURRING 2026-05-01/2026-06-01 209.65");
        sold.changed(
                sold.change(ChangeKind.QUANTITY, LocalDate.parse("2026-06-01"), units("10")),
                LocalDate.parse("2026-05-20"));
        assertThat(figures(sold.billed("2026-06-01"))).containsExactly("RECURRING 2026-06-01/2026-07-01 299.50");
    }

    @Test
    void a_cancellation_that_is_taken_back_charges_the_same_days_again() {
        Sold sold = monthly("249.95", "2026-05-01", 1);
        sold.billed("2026-05-01");
        Change cancel = sold.change(ChangeKind.CANCEL, LocalDate.parse("2026-05-11"), until("2026-05-11"));
        sold.changed(cancel, LocalDate.parse("2026-05-11"));
        assertThat(figures(sold.takenBack(cancel, LocalDate.parse("2026-05-15"))))
                .containsExactly("RECURRING 2026-05-11/2026-06-01 169.32");
        assertThat(figures(sold.billed("2026-06-01"))).containsExactly("RECURRING 2026-06-01/2026-07-01 249.95");
    }

    @Test
    void a_back_dated_cancellation_takes_back_every_later_period() {
        Sold sold = monthly("30.00", "2026-01-31", 31);
        sold.billed("2026-03-31");
        assertThat(figures(sold, ChangeKind.CANCEL, "2026-03-31", "2026-02-14", until("2026-02-14")))
                .containsExactly(
                        "REPAIR 2026-02-14/2026-02-28 -15.00",
                        "REPAIR 2026-02-28/2026-03-31 -30.00",
                        "REPAIR 2026-03-31/2026-04-30 -30.00");
    }

    @Test
    void a_day_that_is_worth_nothing_is_taken_back_where_a_new_price_bills_it() {
        Sold sold = ofThirtyDays();
        assertThat(figures(sold, ChangeKind.PRICE, "2019-03-31", price("60.00")))
                .containsExactly("REPAIR 2019-03-31/2019-04-01 0.00", "RECURRING 2019-03-31/2019-04-01 0.00");
        assertThat(figures(sold.billed("2019-04-01"))).containsExactly("RECURRING 2019-04-01/2019-05-01 60.00");
    }

    @Test
    void a_cancellation_on_a_day_that_is_worth_nothing_bills_nothing() {
        assertThat(figures(ofThirtyDays(), ChangeKind.CANCEL, "2019-03-31", until("2019-03-31")))
                .isEmpty();
    }

    @Test
    void what_another_change_of_the_day_ended_does_not_go_on_after_blocked_time() {
        Sold sold = monthly("30.00", "2021-11-14", 14);
        sold.billed("2021-12-20");
        LocalDate day = LocalDate.parse("2021-12-20");
        sold.changed(sold.change(ChangeKind.ANCHOR, day, anchor(20)), day);
        sold.changed(sold.change(ChangeKind.SUSPEND, day, nothing()), day);
        LocalDate back = LocalDate.parse("2022-01-10");
        Details charged = new Details(null, null, null, null, null, null, null, true, null);
        sold.changed(sold.change(ChangeKind.REINSTATE, back, charged), back);
        assertThat(sold.timeline().segments())
                .extracting(segment -> segment.start() + " until " + segment.end())
                .containsExactly("2021-11-14 until 2021-12-20", "2021-12-20 until null");
    }

    private static Details anchor(int day) {
        return new Details(null, null, null, null, null, day, null, false, null);
    }

    private static Sold ofThirtyDays() {
        LocalDate start = LocalDate.parse("2019-03-19");
        Sold sold = Sold.of("plan-a", "30.00", BillingPeriod.MONTH, Proration.STRICT_30, start, 1);
        sold.billed("2019-03-31");
        return sold;
    }

    private static Details price(String price) {
        return new Details(null, null, null, UnitPrice.of(price), null, null, null, false, null);
    }

    private static Sold monthly(String price, String start, int anchorDay) {
        return Sold.of(
                "shotgun-monthly", price, BillingPeriod.MONTH, Proration.ACTUAL, LocalDate.parse(start), anchorDay);
    }

    private static List<String> figures(Sold sold, ChangeKind kind, String day, Details details) {
        return figures(sold, kind, day, day, details);
    }

    private static List<String> figures(Sold sold, ChangeKind kind, String today, String day, Details details) {
        return figures(sold.changed(sold.change(kind, LocalDate.parse(day), details), LocalDate.parse(today)));
    }

    private static List<String> figures(List<BillableItem> items) {
        return items.stream()
                .map(item ->
                        item.type() + " " + item.period() + " " + item.net().amount())
                .toList();
    }

    static Details nothing() {
        return new Details(null, null, null, null, null, null, null, false, null);
    }

    static Details until(String end) {
        return new Details(null, null, null, null, LocalDate.parse(end), null, null, false, null);
    }

    static Details units(String quantity) {
        return new Details(null, null, Quantity.of(quantity), null, null, null, null, false, null);
    }

    private static Details plan(String plan, String price, BillingPeriod rhythm, Integer anchorDay) {
        return plan("shotgun-monthly", plan, price, rhythm, anchorDay);
    }

    static Details plan(String from, String plan, String price, BillingPeriod rhythm, Integer anchorDay) {
        return new Details(
                from,
                List.of(Sold.terms(plan, price, "1", rhythm, Proration.ACTUAL)),
                null,
                null,
                null,
                anchorDay,
                null,
                false,
                null);
    }
}
