package io.counterfoil.billing.billingrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.counterfoil.billing.BillingHouse;
import io.counterfoil.billing.BillingHouse.Line;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.Troubles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many billing runs at once, one that dies, and one order that nobody can bill. */
class BillingRunTest {
    private static final int RUNS = 8;
    private static final int ORDERS = 400;
    private static final Line MONTHLY = new Line("platform-monthly", "1", "10.00", "2026-02-01", "2026-12-01");

    private final BillingHouse house = new BillingHouse().furnished();
    private final AtomicBoolean victimIsAlive = new AtomicBoolean(true);

    @Test
    void eight_runs_at_once_of_which_one_dies_leave_no_gap_and_bill_nothing_twice() {
        orders(ORDERS);
        house.clockAt("2026-02-01T18:00:00Z");
        ExecutorService eight = Executors.newFixedThreadPool(RUNS);
        List<CompletableFuture<Void>> runs = IntStream.range(0, RUNS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> runToTheEnd(i == 0), eight))
                .toList();
        assertThat(runs)
                .allSatisfy(run ->
                        assertThat(run.handle((done, died) -> true).join()).isTrue());
        eight.shutdown();
        assertThat(victimIsAlive)
                .as("its connection was cut in the middle of a set")
                .isFalse();
        while (billingRun(false).handle(50)) {
            // what the dead one had left
        }
        assertThat(house.<String>one("select count(*) || ' ' || count(distinct agreement_id) v from invoice"))
                .isEqualTo(ORDERS + " " + ORDERS);
        assertThat(house.database
                        .query("select invoice_number from invoice order by invoice_number")
                        .list(row -> row.text("invoice_number")))
                .isEqualTo(IntStream.rangeClosed(1, ORDERS)
                        .mapToObj("US01-2026-%06d"::formatted)
                        .toList());
        assertThat(house.<String>one("select count(*) v from outbox where type like '%invoice.issued%'"))
                .isEqualTo("" + ORDERS);
        Run run = house.beans.get(Runs.class).page("US01", null, 10).get(0);
        assertThat(run.invoices()).as("only what was committed counts").isEqualTo(ORDERS);
        assertThat(run.state()).isEqualTo(Run.State.COMPLETED);
        assertThat(run.due()).isBetween((long) ORDERS - RUNS * 10, (long) ORDERS);
    }

    @Test
    void an_order_that_nobody_can_read_is_held_as_poison_and_its_neighbours_go_on() {
        List<Envelope> orders = orders(20);
        Envelope poison = orders.get(7);
        house.database.update("update agreement set bill_to = '[]' where agreement_id = ?", BillingHouse.id(poison));
        house.clockAt("2026-02-01T18:00:00Z");
        BillingRun run = wired();
        while (run.workOnce()) {
            assertThat(house.<String>one("select count(*)::int v from invoice")).isNotEqualTo("20");
        }
        assertThat(house.<String>one("select count(*) v from invoice")).isEqualTo("19");
        assertThat(house.<String>one("select string_agg(class || ' ' || code || ' ' || subject, ',') v from exception"))
                .isEqualTo("POISON unexpected-failure " + poison.subject());
        assertThat(house.beans.get(Runs.class).notBilled("US01", null, 10))
                .extracting(Runs.NotBilled::agreementId, Runs.NotBilled::code)
                .containsExactly(tuple(BillingHouse.id(poison), "unexpected-failure"));
    }

    @Test
    void a_dry_run_says_what_would_be_billed_and_stores_no_invoice() {
        orders(3);
        StartRun start = house.beans.get(StartRun.class);
        RunJson.RunRequest dry = new RunJson.RunRequest("US01", LocalDate.of(2026, 2, 1), true);
        Run run = house.beans
                .get(Runs.class)
                .byId(house.inTransaction(() -> start.handle(dry)))
                .orElseThrow();
        assertThat(run.invoices()).isEqualTo(3);
        assertThat(run.totals()).isEqualTo("{\"USD\": {\"amount\": \"32.49\", \"currency\": \"USD\"}}");
        assertThat(house.<String>one("select count(*) v from invoice")).isEqualTo("0");
        RunJson.RunRequest early = new RunJson.RunRequest("US01", LocalDate.of(2026, 2, 1), false);
        assertThatThrownBy(() -> house.inTransaction(() -> start.handle(early))).isInstanceOf(Invalid.class);
    }

    @Test
    void a_run_that_a_person_starts_ends_when_nothing_is_due() {
        StartRun start = house.beans.get(StartRun.class);
        UUID id = house.inTransaction(() -> start.handle(new RunJson.RunRequest("US01", null, null)));
        Runs runs = house.beans.get(Runs.class);
        assertThat(runs.byId(id).orElseThrow().state()).isEqualTo(Run.State.RUNNING);
        assertThat(billingRun(false).handle(50)).isFalse();
        assertThat(runs.byId(id).orElseThrow().state()).isEqualTo(Run.State.COMPLETED);
    }

    private List<Envelope> orders(int count) {
        List<Envelope> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(BillingHouse.accepted("O-" + i, MONTHLY));
        }
        house.inTransaction(() -> house.beans.get(BillAcceptedOrders.class).handleRun(orders));
        return orders;
    }

    private void runToTheEnd(boolean victim) {
        BillNextSet run = billingRun(victim);
        while (run.handle(10)) {
            Thread.onSpinWait();
        }
    }

    /** A run whose second set, if it is the victim, loses its connection after everything was written. */
    private BillNextSet billingRun(boolean victim) {
        return new BillNextSet(
                house.beans.get(Subscriptions.class),
                house.beans.get(LegalEntities.class),
                house.beans.get(BillDue.class),
                house.beans.get(Runs.class),
                house.clock) {
            @Override
            boolean handle(int size) {
                return house.<Boolean>inTransaction(() -> {
                    boolean any = super.handle(size);
                    if (victim && victimIsAlive.compareAndSet(true, false)) {
                        cut(house.database
                                .query("select pg_backend_pid() pid")
                                .one(row -> row.intValue("pid"))
                                .orElseThrow());
                    }
                    return any;
                });
            }
        };
    }

    private void cut(int backend) {
        try (Connection other = house.postgres.outside().getConnection();
                PreparedStatement kill = other.prepareStatement("select pg_terminate_backend(?)")) {
            kill.setInt(1, backend);
            kill.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private BillingRun wired() {
        Subscriptions subscriptions = house.beans.get(Subscriptions.class);
        house.beans.with(billingRun(false));
        house.beans.with(new BillOrder(subscriptions, house.beans.get(BillDue.class)) {
            @Override
            void handle(UUID agreementId) {
                house.inTransaction(() -> super.handle(agreementId));
            }
        });
        house.beans.with(
                new HoldUnbillable(subscriptions, house.beans.get(Troubles.class), house.beans.get(Outbox.class)) {
                    @Override
                    void handle(UUID agreementId, Refusal why) {
                        house.inTransaction(() -> super.handle(agreementId, why));
                    }
                });
        return house.beans.get(BillingRun.class);
    }
}
