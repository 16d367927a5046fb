package io.counterfoil.billing.billingrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes on one invoice is billed in one set, however many runs share the work and whichever set met it first. */
class BilledTogetherTest {
    private static final int CUSTOMERS = 12;
    private static final int EACH = 5;
    private static final Line MONTHLY = new Line("platform-monthly", "1", "10.00", "2026-02-01", "2026-12-01");

    private final BillingHouse house = new BillingHouse().furnished();
    private final List<UUID> customers =
            IntStream.range(0, CUSTOMERS).mapToObj(i -> EventIds.next()).toList();

    @Test
    void by_policy_all_that_a_customer_has_due_on_a_day_is_one_invoice() {
        policy();
        agreements();
        eightRuns();
        assertThat(invoices())
                .as("five agreements each, met by sets of four")
                .hasSize(CUSTOMERS)
                .containsOnly("5 lines 50.00");
    }

    @Test
    void what_different_purchase_orders_ordered_stays_apart() {
        policy();
        agreements();
        house.database.update(
                "update agreement set purchase_order = 'PO-2' where agreement_id in"
                        + " (select agreement_id from agreement where customer_id = ? limit 2)",
                customers.get(0));
        eightRuns();
        assertThat(invoices()).hasSize(CUSTOMERS + 1).contains("2 lines 20.00", "3 lines 30.00");
    }

    @Test
    void without_the_policy_each_agreement_has_its_own() {
        agreements();
        eightRuns();
        assertThat(invoices()).hasSize(CUSTOMERS * EACH).containsOnly("1 lines 10.00");
    }

    @Test
    void a_parent_pays_for_all_its_children_on_one_invoice() {
        agreements();
        customers
                .subList(1, CUSTOMERS)
                .forEach(child -> house.database.update(
                        "insert into billing_profile values (?, ?, null, 1)", child, customers.get(0)));
        eightRuns();
        assertThat(invoices()).containsExactly(CUSTOMERS * EACH + " lines 600.00");
    }

    private void policy() {
        house.database.update(
                "insert into policy_value values ('invoice.grouping', 'LEGAL_ENTITY', 'US01', 1, 'CUSTOMER',"
                        + " '2020-01-01', null, 'x', now())");
    }

    private void agreements() {
        List<Envelope> orders = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS * EACH; i++) {
            orders.add(BillingHouse.accepted("O-" + i, MONTHLY));
        }
        house.inTransaction(() -> house.beans.get(BillAcceptedOrders.class).handleRun(orders));
        for (int i = 0; i < orders.size(); i++) {
            house.database.update(
                    "update agreement set customer_id = ? where agreement_id = ?",
                    customers.get(i % CUSTOMERS),
                    BillingHouse.id(orders.get(i)));
        }
        house.clockAt("2026-02-01T18:00:00Z");
    }

    private void eightRuns() {
        ExecutorService eight = Executors.newFixedThreadPool(8);
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.runAsync(this::toTheEnd, eight))
                        .toArray(CompletableFuture[]::new))
                .join();
        eight.shutdown();
        toTheEnd();
    }

    private void toTheEnd() {
        BillNextSet run = house.beans.get(BillNextSet.class);
        while (house.<Boolean>inTransaction(() -> run.handle(4))) {
            Thread.onSpinWait();
        }
    }

    private List<String> invoices() {
        return house.database
                .query(
                        """
                        select count(*) as lines, max(i.net_minor) as net_minor, i.currency from invoice_line l
                          join invoice i using (invoice_id) group by i.invoice_id, i.currency
                        """)
                .list(row -> row.intValue("lines") + " lines "
                        + row.money("net_minor", "currency").amount());
    }
}
