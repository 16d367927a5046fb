package io.counterfoil.suite.bench;

import io.counterfoil.suite.bench.BillingFigures.Measured;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Eight clients, each of which creates one subscription after the other; every answer brings the first invoice. */
final class SubscriptionsByApi {
    private static final int CLIENTS = 8;
    private static final int ROUND = 2_500;
    private static final int MOST_ROUNDS = 8;
    private static final Map<String, Object> PLAN = Map.of(
            "name",
            "Monthly by API",
            "validFrom",
            "2020-01-01",
            "charges",
            List.of(Map.of(
                    "chargeId",
                    "main",
                    "name",
                    "Main",
                    "kind",
                    "RECURRING",
                    "pricing",
                    "PER_UNIT",
                    "billingPeriod",
                    "MONTH")));

    private static final String WANTED =
            """
            {"customerId": "%s", "legalEntityId": "BM01", "currency": "USD", "planId": "bench-api", "quantity": "3",
             "unitPrice": "10.00", "billTo": {"name": "Buyer", "address": {"country": "US", "region": "CA"}}}
            """;

    private static final int CREATED = 201;

    private final Stack stack;
    private final BillingFigures figures;

    SubscriptionsByApi(Stack stack, BillingFigures figures) {
        this.stack = stack;
        this.figures = figures;
    }

    void measure(int count, Consumer<String> say) {
        say.accept("single subscriptions with their first invoice, " + CLIENTS + " clients: " + count);
        stack.client(Endpoint.BILLING, "finance")
                .put("/v1/plans/bench-api", PLAN)
                .ok();
        say.accept("  warmed up by " + warmUp());
        Cost cost = Cost.soFar(stack);
        long began = System.nanoTime();
        create(count);
        long nanos = System.nanoTime() - began;
        say.accept(figures.add(
                "subscriptions by API, 8 clients",
                new Measured(
                        "subscriptions",
                        count,
                        nanos,
                        Cost.soFar(stack).since(cost),
                        BillingLook.loadAverage(),
                        Map.of())));
    }

    /** As in production, where the server runs for weeks: until a round is no longer a tenth cheaper than the one before. */
    private int warmUp() {
        long before = Long.MAX_VALUE;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            Cost cost = Cost.soFar(stack);
            create(ROUND);
            long nanos = Cost.soFar(stack).since(cost).service().toNanos();
            if (nanos > before / 10 * 9) {
                return round * ROUND;
            }
            before = nanos;
        }
        return MOST_ROUNDS * ROUND;
    }

    private void create(int count) {
        AtomicInteger left = new AtomicInteger(count);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<CompletableFuture<Void>> working = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            working.add(CompletableFuture.runAsync(() -> client(left), clients));
        }
        working.forEach(CompletableFuture::join);
        clients.shutdown();
    }

    private void client(AtomicInteger left) {
        LightClient client = new LightClient(
                stack.access().url(Endpoint.BILLING), () -> stack.access().token("sales", "sales@counterfoil.example"));
        while (left.getAndDecrement() > 0) {
            client.post("/v1/subscriptions", WANTED.formatted(UUID.randomUUID()), CREATED);
        }
    }
}
