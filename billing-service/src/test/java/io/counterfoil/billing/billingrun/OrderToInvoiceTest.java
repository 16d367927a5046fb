package io.counterfoil.billing.billingrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.plan.UnknownPlan;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.tax.TaxRateMissing;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.event.UnreadableEvent;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.testing.GoldenExample;
import io.counterfoil.common.trouble.Troubles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From an accepted order to its invoices: the handlers and the billing run on a real database. */
class OrderToInvoiceTest {
    private static final Line PLATFORM = new Line("platform-annual", "1", "1200.00", "2026-01-01", "2027-01-01");
    private static final Line SETUP = new Line("setup-once", "1", "500.00", "2026-01-01", null);

    private final BillingHouse house = new BillingHouse().furnished();
    private EventHandler orders;
    private EventHandler cancellations;
    private BillNextSet run;

    @BeforeEach
    void wired() {
        orders = house.beans.get(BillAcceptedOrders.class);
        cancellations = house.bean("subscription.CancelSubscriptions");
        transactions();
        run = house.beans.get(BillNextSet.class);
    }

    @Test
    void lines_that_start_today_are_billed_at_once_on_one_invoice() {
        take(BillingHouse.accepted("O-1", PLATFORM, SETUP));
        assertThat(invoices()).containsExactly("US01-2026-000001 2026-01-01 2026-01-31 1700.00 140.25 1840.25 ISSUED");
        assertThat(lines())
                .containsExactly("1 RECURRING 2026-01-01 2027-01-01 1200.00 99.00", "2 ONE_TIME - - 500.00 41.25");
        assertThat(house.told()).containsExactly("subscription.activated", "invoice.issued");
        assertThat(states()).containsExactly("ACTIVE");
    }

    @Test
    void the_sample_order_of_order_service_gives_the_sample_invoice() {
        Envelope sample = GoldenExample.from("/order", "order-accepted.v1").envelope();
        take(sample);
        assertThat(invoices()).containsExactly("US01-2026-000001 2026-01-01 2026-01-31 1700.00 140.25 1840.25 ISSUED");
        assertThat(house.<String>one("select correlation_id v from outbox where type like '%issued%'"))
                .isEqualTo(sample.correlationId());
        assertThat(house.<String>one("select causation_id v from outbox where type like '%issued%'"))
                .isEqualTo(sample.id().toString());
    }

    @Test
    void the_sample_cancellation_of_order_service_ends_what_has_not_begun() {
        house.clockAt("2025-12-20T17:00:00Z");
        take(GoldenExample.from("/order", "order-accepted.v1").envelope());
        house.inTransaction(() -> cancellations.handle(
                GoldenExample.from("/order", "order-cancelled.v1").envelope()));
        assertThat(house.told()).containsExactly("subscription.cancelled");
        assertThat(house.<String>one("select data v from outbox"))
                .contains("\"beforeActivation\":true", "The customer withdrew before the start date.");
    }

    @Test
    void an_order_that_is_told_twice_has_one_invoice() {
        Envelope order = BillingHouse.accepted("O-1", PLATFORM);
        take(order);
        take(order);
        take(order, order);
        assertThat(invoices()).hasSize(1);
    }

    @Test
    void a_set_of_orders_gets_numbers_in_a_row_and_each_keeps_its_own_business_transaction() {
        List<Envelope> set = IntStream.range(0, 40)
                .mapToObj(i -> BillingHouse.accepted("O-" + i, PLATFORM, SETUP))
                .toList();
        take(set.toArray(Envelope[]::new));
        assertThat(invoices()).hasSize(40);
        assertThat(house.<String>one("select count(distinct correlation_id) v from outbox where type like '%issued%'"))
                .isEqualTo("40");
        assertThat(house.<String>one("select max(invoice_number) v from invoice"))
                .isEqualTo("US01-2026-000040");
    }

    @Test
    void a_start_next_month_waits_for_its_day_in_the_entitys_time_zone() {
        take(BillingHouse.accepted("O-1", new Line("platform-monthly", "3", "10.00", "2026-02-01", "2026-05-01")));
        assertThat(states()).containsExactly("PENDING");
        assertThat(billingRun().nextDue()).contains(Instant.parse("2026-02-01T08:00:00Z"));
        house.clockAt("2026-02-01T07:59:59Z");
        assertThat(runAll()).isZero();
        house.clockAt("2026-02-01T08:00:00Z");
        assertThat(runAll()).isEqualTo(1);
        assertThat(states()).containsExactly("ACTIVE");
        assertThat(house.told()).containsExactly("subscription.activated", "invoice.issued");
        assertThat(invoices()).containsExactly("US01-2026-000001 2026-02-01 2026-03-03 30.00 2.48 32.48 ISSUED");
    }

    @Test
    void one_time_charges_come_with_the_first_invoice_and_phased_starts_with_their_own() {
        take(BillingHouse.accepted(
                "O-1",
                new Line("setup-once", "1", "500.00", "2026-03-01", null),
                new Line("platform-annual", "1", "1200.00", "2026-02-01", "2027-02-01"),
                new Line("platform-annual", "2", "1200.00", "2026-03-01", "2027-02-01")));
        for (String day : List.of("2026-01-31", "2026-02-01", "2026-02-15", "2026-03-01")) {
            house.clockAt(day + "T18:00:00Z");
            runAll();
        }
        assertThat(lines())
                .as("the second phase ends with the term and costs 337 of 365 days")
                .containsExactly(
                        "1 ONE_TIME - - 500.00 41.25",
                        "2 RECURRING 2026-02-01 2027-02-01 1200.00 99.00",
                        "1 RECURRING 2026-03-01 2027-02-01 2215.89 182.81");
        assertThat(states()).containsExactly("ACTIVE", "ACTIVE");
    }

    @Test
    void a_subscription_is_billed_in_advance_until_its_term_ends_and_then_expires() {
        house.clockAt("2026-01-31T18:00:00Z");
        take(BillingHouse.accepted("O-1", new Line("platform-monthly", "1", "10.00", "2026-01-31", "2026-04-30")));
        for (String day : List.of("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31")) {
            house.clockAt(day + "T18:00:00Z");
            runAll();
        }
        assertThat(lines())
                .containsExactly(
                        "1 RECURRING 2026-01-31 2026-02-28 10.00 0.83",
                        "1 RECURRING 2026-02-28 2026-03-31 10.00 0.83",
                        "1 RECURRING 2026-03-31 2026-04-30 10.00 0.83");
        assertThat(states()).containsExactly("EXPIRED");
        assertThat(billingRun().nextDue()).isEmpty();
    }

    @Test
    void yen_have_no_decimals() {
        take(BillingHouse.accepted(
                "O-1", "JP01", "JPY", "JP", null, new Line("platform-annual", "3", "333", "2026-01-01", "2027-01-01")));
        assertThat(house.<String>one("select net_minor || ' ' || tax_minor || ' ' || payable_minor v from invoice"))
                .isEqualTo("999 100 1099");
    }

    @Test
    void an_order_that_is_cancelled_before_its_start_is_never_billed() {
        Envelope order =
                BillingHouse.accepted("O-1", new Line("platform-annual", "1", "9.00", "2026-03-01", "2027-03-01"));
        take(order);
        cancel(order);
        cancel(order);
        house.clockAt("2026-03-02T00:00:00Z");
        assertThat(runAll()).isZero();
        assertThat(states()).containsExactly("CANCELLED");
        assertThat(house.told()).containsExactly("subscription.cancelled");
    }

    @Test
    void a_cancellation_that_comes_first_wins() {
        Envelope order = BillingHouse.accepted("O-1", PLATFORM);
        cancel(order);
        take(order);
        assertThat(invoices()).isEmpty();
        assertThat(house.told()).isEmpty();
    }

    @Test
    void what_is_billed_is_taken_back_from_the_day_of_the_cancellation_on() {
        Envelope order =
                BillingHouse.accepted("O-1", PLATFORM, new Line("setup-once", "1", "500.00", "2026-01-01", null));
        take(order);
        house.clockAt("2026-01-02T18:00:00Z");
        cancel(order);
        EventHandler billed = house.bean("amendment.EndBilledOrder");
        house.inTransaction(() -> billed.handle(BillingHouse.cancelled(order)));
        assertThat(lines())
                .containsExactly(
                        "1 RECURRING 2026-01-01 2027-01-01 1200.00 99.00",
                        "2 ONE_TIME - - 500.00 41.25",
                        "1 REPAIR 2026-01-02 2027-01-01 -1196.71 -98.73");
        assertThat(states()).containsExactly("CANCELLED");
        assertThat(house.told()).contains("subscription.cancelled");
    }

    @Test
    void by_policy_what_was_charged_once_is_given_back_too() {
        house.database.update(
                "insert into policy_value values ('cancellation.oneTime', 'LEGAL_ENTITY', 'US01', 1, 'CREDIT',"
                        + " '2020-01-01', null, 'x', now())");
        Envelope order =
                BillingHouse.accepted("O-1", PLATFORM, new Line("setup-once", "1", "500.00", "2026-01-01", null));
        take(order);
        EventHandler billed = house.bean("amendment.EndBilledOrder");
        house.inTransaction(() -> billed.handle(BillingHouse.cancelled(order)));
        assertThat(lines()).contains("1 REPAIR - - -500.00 -41.25");
        house.inTransaction(() -> billed.handle(BillingHouse.cancelled(order)));
        assertThat(lines())
                .as("once")
                .filteredOn(line -> line.contains("-500.00"))
                .hasSize(1);
    }

    @Test
    void an_unknown_plan_is_refused_nothing_is_kept_and_order_service_is_told() {
        Envelope order = BillingHouse.accepted("O-1", new Line("nothing", "1", "9.00", "2026-01-01", "2027-01-01"));
        Refusal refusal = refusal(order);
        assertThat(refusal).isInstanceOf(UnknownPlan.class);
        assertThat(house.<String>one("select count(*) v from agreement")).isEqualTo("0");
        house.inTransaction(() -> orders.parked(order, refusal));
        assertThat(house.<String>one("select data v from outbox"))
                .contains("\"reasonCode\":\"unknown-plan\"", "\"orderNumber\":\"O-1\"");
    }

    @Test
    void what_can_not_be_an_order_is_unreadable() {
        for (Line wrong : List.of(
                new Line("platform-annual", "0", "9.00", "2026-01-01", "2027-01-01"),
                new Line("platform-annual", "1", "-9.00", "2026-01-01", "2027-01-01"),
                new Line("platform-annual", "one", "9.00", "2026-01-01", "2027-01-01"),
                new Line("platform-annual", "1", "9.00", "2026-01-01", "2026-01-01"),
                new Line("platform-annual", "1", "9.00", null, "2026-01-01"))) {
            assertThat(refusal(BillingHouse.accepted("O-1", wrong)))
                    .as("%s", wrong)
                    .isInstanceOf(UnreadableEvent.class);
        }
        assertThat(refusal(BillingHouse.accepted("O-1", "US01", "XXZ", "US", "CA", PLATFORM)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void of_what_can_not_be_billed_order_service_is_told_as_far_as_it_can_be_read() {
        Envelope wrong =
                BillingHouse.accepted("O-1", new Line("platform-annual", "0", "9.00", "2026-01-01", "2027-01-01"));
        house.inTransaction(() -> orders.parked(wrong, refusal(wrong)));
        assertThat(house.<String>one("select data v from outbox"))
                .contains("\"reasonCode\":\"unreadable-event\"", "O-1");
        Envelope nothing = BillingHouse.cancelled(wrong);
        house.inTransaction(() -> orders.parked(nothing, refusal(wrong)));
        assertThat(house.told()).containsExactly("order.refused-by-billing");
    }

    @Test
    void an_invoice_over_nothing_is_paid_at_once() {
        take(BillingHouse.accepted("O-1", new Line("platform-annual", "1", "0.00", "2026-01-01", "2027-01-01")));
        assertThat(invoices()).containsExactly("US01-2026-000001 2026-01-01 2026-01-31 0.00 0.00 0.00 PAID");
        assertThat(house.told()).containsExactly("subscription.activated", "invoice.issued", "invoice.paid");
    }

    @Test
    void without_a_tax_rate_nothing_is_issued_and_no_number_is_lost() {
        Envelope order = BillingHouse.accepted("O-1", "US01", "USD", "CA", "ON", PLATFORM);
        assertThat(refusal(order)).isInstanceOf(TaxRateMissing.class);
        assertThat(refusal(order).trouble()).hasToString("TAX");
        take(BillingHouse.accepted("O-2", PLATFORM));
        assertThat(invoices()).singleElement().asString().startsWith("US01-2026-000001");
        house.rate("CA", "S", "0.05");
        take(order);
        assertThat(invoices()).hasSize(2);
    }

    @Test
    void a_renewal_that_can_not_be_taxed_is_held_and_its_neighbours_go_on() {
        house.rate("CA", "S", "0.05");
        Line monthly = new Line("platform-monthly", "1", "10.00", "2026-01-01", "2026-12-01");
        Envelope held = BillingHouse.accepted("O-1", "US01", "USD", "CA", "ON", monthly);
        take(held, BillingHouse.accepted("O-2", monthly));
        house.database.update("update tax_rate set valid_to = '2026-01-15' where jurisdiction = 'CA'");
        house.clockAt("2026-02-01T18:00:00Z");
        BillingRun billing = billingRun();
        while (billing.workOnce()) {
            assertThat(invoices()).hasSizeLessThan(10);
        }
        assertThat(invoices()).hasSize(3);
        assertThat(house.told()).as("order-service does not wait").doesNotContain("order.refused-by-billing");
        assertThat(house.<String>one("select class || ' ' || code || ' ' || subject v from exception"))
                .isEqualTo("TAX tax-rate-missing " + held.subject());
        house.database.update("update tax_rate set valid_to = null where jurisdiction = 'CA'");
        UUID exception = UUID.fromString(house.one("select id::text v from exception"));
        Subscriptions subscriptions = house.beans.get(Subscriptions.class);
        ReplayBilling replay = new ReplayBilling(
                subscriptions,
                new BillOrder(subscriptions, house.beans.get(BillDue.class)),
                house.beans.get(Outbox.class));
        house.inTransaction(() -> replay.replay(house.beans.get(Troubles.class).byId(exception)));
        assertThat(invoices()).hasSize(4);
    }

    @Test
    void an_order_that_can_not_be_billed_on_its_start_date_is_told_to_order_service() {
        house.rate("CA", "S", "0.05");
        Envelope order = BillingHouse.accepted(
                "O-1",
                "US01",
                "USD",
                "CA",
                "ON",
                new Line("platform-monthly", "1", "10.00", "2026-02-01", "2026-12-01"));
        take(order);
        house.database.update("update tax_rate set valid_to = '2026-01-15' where jurisdiction = 'CA'");
        house.clockAt("2026-02-01T18:00:00Z");
        BillingRun billing = billingRun();
        while (billing.workOnce()) {
            assertThat(invoices()).isEmpty();
        }
        assertThat(house.told()).containsExactly("order.refused-by-billing");
        assertThat(house.<String>one("select correlation_id v from outbox")).isEqualTo(order.correlationId());
    }

    @Test
    void two_runs_at_once_bill_everything_once() throws Exception {
        List<Envelope> set = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            set.add(BillingHouse.accepted(
                    "O-" + i, new Line("platform-monthly", "1", "10.00", "2026-02-01", "2026-12-01")));
        }
        take(set.toArray(Envelope[]::new));
        house.clockAt("2026-02-01T18:00:00Z");
        Thread other = new Thread(this::runAll);
        other.start();
        runAll();
        other.join();
        runAll();
        assertThat(invoices()).hasSize(120);
        assertThat(house.<String>one("select max(invoice_number) v from invoice"))
                .isEqualTo("US01-2026-000120");
    }

    private Refusal refusal(Envelope order) {
        try {
            take(order);
        } catch (Refusal refusal) {
            return refusal;
        }
        throw new AssertionError("it was not refused");
    }

    private void take(Envelope... events) {
        house.inTransaction(() -> orders.handleRun(List.of(events)));
    }

    private void cancel(Envelope order) {
        house.inTransaction(() -> cancellations.handle(BillingHouse.cancelled(order)));
    }

    /** The use cases of the run in transactions of their own, as the container gives them. */
    private void transactions() {
        Subscriptions subscriptions = house.beans.get(Subscriptions.class);
        LegalEntities entities = house.beans.get(LegalEntities.class);
        BillDue due = house.beans.get(BillDue.class);
        house.beans.with(new BillNextSet(subscriptions, entities, due, house.beans.get(Runs.class), house.clock) {
            @Override
            boolean handle(int size) {
                return house.<Boolean>inTransaction(() -> super.handle(size));
            }
        });
        house.beans.with(new BillOrder(subscriptions, due) {
            @Override
            void handle(UUID orderId) {
                house.inTransaction(() -> super.handle(orderId));
            }
        });
        house.beans.with(
                new HoldUnbillable(subscriptions, house.beans.get(Troubles.class), house.beans.get(Outbox.class)) {
                    @Override
                    void handle(UUID orderId, Refusal why) {
                        house.inTransaction(() -> super.handle(orderId, why));
                    }
                });
    }

    private BillingRun billingRun() {
        return house.beans.get(BillingRun.class);
    }

    private int runAll() {
        int sets = 0;
        while (run.handle(20)) {
            sets++;
        }
        return sets;
    }

    private List<String> invoices() {
        return house.database
                .query("select * from invoice order by invoice_number")
                .list(row -> String.join(
                        " ",
                        row.text("invoice_number"),
                        row.text("issue_date"),
                        row.text("due_date"),
                        row.money("net_minor", "currency").amount(),
                        row.money("tax_minor", "currency").amount(),
                        row.money("payable_minor", "currency").amount(),
                        row.text("state")));
    }

    private List<String> lines() {
        return house.database
                .query(
                        """
                        select l.*, i.currency from invoice_line l join invoice i using (invoice_id)
                         order by i.invoice_number, line_number
                        """)
                .list(row -> String.join(
                        " ",
                        row.text("line_number"),
                        row.text("type"),
                        row.text("period_start") == null ? "-" : row.text("period_start"),
                        row.text("period_end") == null ? "-" : row.text("period_end"),
                        row.money("net_minor", "currency").amount(),
                        row.money("tax_minor", "currency").amount()));
    }

    private List<String> states() {
        return house.database.query("select state from subscription").list(row -> row.text("state"));
    }
}
