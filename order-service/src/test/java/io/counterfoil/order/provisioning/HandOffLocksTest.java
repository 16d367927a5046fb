package io.counterfoil.order.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.order.Northwind;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whoever changes a hand-off locks the order's process first, as does whoever gives the order up: nobody waits in a circle. */
class HandOffLocksTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final ProcessBook processes = beans.get(ProcessBook.class);
    private final HandOffs handOffs = beans.get(HandOffs.class);
    private final Journeys journeys = beans.get(Journeys.class);
    private final HandOffPath path = beans.get(HandOffPath.class);

    @Test
    void the_platform_answers_while_the_order_is_given_up() {
        UUID order = requested();
        CompletableFuture<Void> answered = POSTGRES.transactions().fresh(() -> {
            processes.lock(order);
            CompletableFuture<Void> other =
                    CompletableFuture.runAsync(() -> POSTGRES.transactions().fresh(() -> path.done(order, "P-1")));
            awaitWaiting();
            assertThat(database.query("select 1 from provisioning where order_id = ? for update nowait", order)
                            .list(row -> true))
                    .hasSize(1);
            return other;
        });
        answered.join();
        assertThat(handOffs.find(order).orElseThrow().state()).isEqualTo(HandOffState.PROVISIONED);
    }

    private UUID requested() {
        return POSTGRES.transactions().fresh(() -> {
            UUID order = processes.orderPlaced(null, null, Northwind.checked()).orElseThrow();
            handOffs.add(new HandOff(
                    order, "O-1", Northwind.CUSTOMER, HandOffState.REQUESTED, "{}", null, null, "business", 1));
            journeys.begin(ProcessKind.PROVISIONING, order, "to be accepted");
            return order;
        });
    }

    private void awaitWaiting() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!isSomebodyWaiting()) {
            assertThat(Instant.now()).as("nobody waits for the lock").isBefore(deadline);
        }
    }

    /** Asked in a transaction of its own: within one PostgreSQL says the same again. */
    private boolean isSomebodyWaiting() {
        return POSTGRES.transactions().fresh(() -> !database.query(
                        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type ="
                                + " 'Lock'")
                .list(row -> true)
                .isEmpty());
    }
}
