package io.counterfoil.billing.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.rating.Proration;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.subscription.SubscriptionState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was recorded for later days stays right when something before it is taken back, or comes to be. */
class TakenBackTest {
    private final Sold sold =
            Sold.of("a", "31.00", BillingPeriod.MONTH, Proration.ACTUAL, LocalDate.parse("2026-01-01"), 1);

    TakenBackTest() {
        sold.billed("2026-01-01");
    }

    @Test
    void a_plan_replaces_whichever_stayed_in_the_place_of_the_one_that_never_came() {
        Change first = recorded(ChangeKind.PLAN, "2026-01-10", to("a", "b", "62.00"));
        recorded(ChangeKind.PLAN, "2026-01-21", to("b", "c", "93.00"));
        sold.takenBack(first, LocalDate.parse("2026-01-05"));
        assertThat(segments()).containsExactly("a 2026-01-01 until 2026-01-21", "c 2026-01-21 until null");
        assertThat(figures(sold.billed("2026-01-21"))).contains("RECURRING 2026-01-21/2026-02-01 33.00");
    }

    @Test
    void units_are_sold_of_the_plan_that_stayed() {
        Change first = recorded(ChangeKind.PLAN, "2026-01-10", to("a", "b", "62.00"));
        recorded(ChangeKind.QUANTITY, "2026-01-21", units("b", "3"));
        sold.takenBack(first, LocalDate.parse("2026-01-05"));
        assertThat(segments()).containsExactly("a 2026-01-01 until 2026-01-21", "a 2026-01-21 until null");
        assertThat(sold.timeline().on(LocalDate.parse("2026-02-01")).terms())
                .extracting(terms -> terms.quantity().value().toPlainString())
                .containsExactly("3");
    }

    @Test
    void a_price_that_was_agreed_for_the_plan_that_never_came_would_be_lost() {
        Change first = recorded(ChangeKind.PLAN, "2026-01-10", to("a", "b", "62.00"));
        Change price = recorded(ChangeKind.PRICE, "2026-01-21", price("b", "50.00"));
        assertThat(sold.timeline().misledBy(sold.timeline().without(first))).contains(price);
    }

    @Test
    void what_concerns_an_added_plan_does_not_go_over_to_another() {
        Change added = recorded(ChangeKind.ADD_ON, "2026-01-10", to("x", "x", "9.00"));
        Change other = recorded(ChangeKind.PLAN, "2026-01-21", to("x", "y", "12.00"));
        assertThat(sold.timeline().misledBy(sold.timeline().without(added))).contains(other);
    }

    @Test
    void a_plan_that_stays_after_all_is_not_added_once_more() {
        Change gone = recorded(ChangeKind.PLAN, "2026-01-10", to("a", "b", "62.00"));
        Change again = recorded(ChangeKind.ADD_ON, "2026-01-21", to("a", "a", "31.00"));
        assertThat(sold.timeline().misledBy(sold.timeline().without(gone))).contains(again);
    }

    @Test
    void a_plan_may_come_before_another_that_is_recorded_already() {
        recorded(ChangeKind.PLAN, "2026-01-21", to("a", "c", "93.00"));
        Change between = sold.change(ChangeKind.PLAN, LocalDate.parse("2026-01-10"), to("a", "b", "62.00"));
        assertThat(sold.timeline().misledBy(sold.timeline().with(between))).isEmpty();
        sold.changed(between, LocalDate.parse("2026-01-05"));
        assertThat(segments())
                .containsExactly(
                        "a 2026-01-01 until 2026-01-10", "b 2026-01-10 until 2026-01-21", "c 2026-01-21 until null");
    }

    @Test
    void terms_that_changed_while_it_was_blocked_are_charged_from_their_day_when_the_time_is_charged() {
        recorded(ChangeKind.QUANTITY, "2026-01-15", units("a", "2"));
        blocked("2026-01-11", "2026-01-21");
        assertThat(segments()).containsExactly("a 2026-01-01 until 2026-01-15", "a 2026-01-15 until null");
        assertThat(figures(sold.lines().stream()
                        .filter(line -> !line.left().isZero())
                        .map(line -> line.item())
                        .toList()))
                .contains("RECURRING 2026-01-15/2026-02-01 34.00");
    }

    @Test
    void a_pause_that_begins_while_it_is_blocked_lasts_beyond_the_blocking() {
        recorded(ChangeKind.PAUSE, "2026-01-15", PublishedChangesTest.nothing());
        blocked("2026-01-11", "2026-01-21");
        assertThat(segments()).containsExactly("a 2026-01-01 until 2026-01-15");
        assertThat(sold.timeline().on(LocalDate.parse("2026-01-21")).state()).isEqualTo(SubscriptionState.PAUSED);
    }

    private void blocked(String from, String until) {
        LocalDate first = LocalDate.parse(from);
        sold.changed(sold.change(ChangeKind.SUSPEND, first, PublishedChangesTest.nothing()), first);
        LocalDate last = LocalDate.parse(until);
        Details charged = new Details(null, null, null, null, null, null, null, true, null);
        sold.changed(sold.change(ChangeKind.REINSTATE, last, charged), last);
    }

    private Change recorded(ChangeKind kind, String day, Details details) {
        Change change = sold.change(kind, LocalDate.parse(day), details);
        sold.changed(change, LocalDate.parse("2026-01-05"));
        return change;
    }

    private static Details to(String from, String plan, String price) {
        return PublishedChangesTest.plan(from, plan, price, BillingPeriod.MONTH, null);
    }

    private static Details units(String plan, String quantity) {
        return new Details(plan, null, Quantity.of(quantity), null, null, null, null, false, null);
    }

    private static Details price(String plan, String price) {
        return new Details(plan, null, null, UnitPrice.of(price), null, null, null, false, null);
    }

    private List<String> segments() {
        return sold.timeline().segments().stream()
                .map(one -> one.terms().planId() + " " + one.start() + " until " + one.end())
                .toList();
    }

    private static List<String> figures(List<BillableItem> items) {
        return items.stream()
                .map(item ->
                        item.type() + " " + item.period() + " " + item.net().amount())
                .toList();
    }
}
