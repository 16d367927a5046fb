package io.counterfoil.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Killed without a warning while work is under way: nothing is lost, nothing is doubled. */
class SuddenDeathIT {
    private static final int ORDERS = 60;

    private final Counterfoil counterfoil = Counterfoil.running();
    private final Orders orders = counterfoil.orders();
    private final Figures figures = new Figures(counterfoil);

    @AfterEach
    void books_balance() {
        counterfoil.books().balance();
    }

    @Test
    void order_service_dies_while_it_hears_of_invoices() {
        List<String> placed;
        try (HeldInbox held = HeldInbox.of(counterfoil.stack(), Part.ORDER)) {
            placed = acceptedAndUnfinished();
            awaitWaiting("order.billing-events");
            counterfoil.stack().kill(Part.ORDER);
        }
        assertThat(redelivered("order.billing-events")).isPositive();
        counterfoil.stack().start(Part.ORDER);
        assertAllCompletedOnce(placed);
    }

    @Test
    void billing_service_dies_while_it_takes_accepted_orders() {
        List<String> placed;
        try (HeldInbox held = HeldInbox.of(counterfoil.stack(), Part.BILLING)) {
            placed = acceptedAndUnfinished();
            awaitWaiting("billing.order-events");
            counterfoil.stack().kill(Part.BILLING);
        }
        assertThat(redelivered("billing.order-events")).isPositive();
        counterfoil.stack().start(Part.BILLING);
        assertAllCompletedOnce(placed);
    }

    @Test
    void the_broker_dies_between_a_consumers_commit_and_its_acknowledgement() {
        long before = figures.duplicates(Endpoint.LEDGER);
        List<String> placed;
        try (HeldInbox held = HeldInbox.of(counterfoil.stack(), Part.LEDGER)) {
            placed = acceptedAndUnfinished();
            awaitWaiting("ledger.billing-events");
            counterfoil.stack().kill(Part.BROKER);
        }
        counterfoil.stack().start(Part.BROKER);
        assertAllCompletedOnce(placed);
        assertThat(figures.duplicates(Endpoint.LEDGER))
                .as("events that came again")
                .isGreaterThan(before);
    }

    @Test
    void a_broker_that_is_away_for_thirty_seconds_does_not_stop_intake() {
        counterfoil.stack().kill(Part.BROKER);
        long killed = System.nanoTime();
        List<String> placed = new ArrayList<>();
        await("thirty seconds without a broker, orders coming in")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    placed.addAll(placeAtOnce(5));
                    return Duration.ofNanos(System.nanoTime() - killed).toSeconds() >= 30;
                });
        counterfoil.stack().start(Part.BROKER);
        assertAllCompletedOnce(placed);
    }

    @Test
    void a_relay_that_died_between_sending_and_noting_it_sends_again_and_nobody_minds() throws SQLException {
        List<String> placed = placeAtOnce(5);
        orders.awaitCompleted(placed);
        counterfoil.stack().time().settle();
        long before = figures.duplicates(Endpoint.LEDGER);
        try (Connection connection = counterfoil.stack().database(Part.BILLING);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update outbox_position set sent = 0 where sent > 10"))
                    .isEqualTo(1);
        }
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(figures.duplicates(Endpoint.LEDGER))
                .isGreaterThan(before + 10));
        assertAllCompletedOnce(placed);
    }

    private List<String> acceptedAndUnfinished() {
        List<String> placed = placeAtOnce(ORDERS);
        await("all accepted")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> placed.stream()
                        .allMatch(id -> orders.order(id).path("state").asText().matches("ACCEPTED|ACTIVE")));
        assertThat(orders.unfinished(placed)).as("accepted and not finished").isGreaterThanOrEqualTo(50);
        return placed;
    }

    private List<String> placeAtOnce(int count) {
        Client portal = counterfoil.as(Endpoint.ORDER, "partner");
        List<CompletableFuture<Reply>> calls = IntStream.range(0, count)
                .mapToObj(i -> portal.with("Idempotency-Key", "sudden-death-" + System.nanoTime())
                        .sendAsync("POST", "/v1/orders", orders.request()))
                .toList();
        return calls.stream()
                .map(call -> call.join().expect(201).json().path("orderId").asText())
                .toList();
    }

    private void awaitWaiting(String queue) {
        await("messages in " + queue)
                .atMost(Duration.ofSeconds(20))
                .until(() -> counterfoil.stack().queues().count(queue) > 0);
    }

    /** Messages that the dead consumer had in its hands, and that the broker has taken back to deliver them again. */
    private long redelivered(String queue) {
        return await("messages come back to " + queue)
                .atMost(Duration.ofSeconds(30))
                .until(() -> new Redeliveries(counterfoil.stack()).count(queue), count -> count > 0);
    }

    private void assertAllCompletedOnce(List<String> placed) {
        orders.awaitCompleted(placed);
        counterfoil.stack().time().settle();
        placed.forEach(counterfoil.books()::assertOnce);
        assertThat(placed.stream()
                        .map(id -> orders.invoice(id).path("invoiceNumber").asText())
                        .distinct())
                .hasSameSizeAs(placed);
    }
}
