package io.counterfoil.suite.bench;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Usage in bulk: two senders, each with bodies of newline-delimited records, every record once. */
final class UsageIntake {
    private static final int BODY = 20_000;
    private static final int SENDERS = 2;

    private final Stack stack;
    private final Connection database;

    UsageIntake(Stack stack, Connection database) {
        this.stack = stack;
        this.database = database;
    }

    /** Records stored in a second. */
    long measure(int records, Consumer<String> say) throws SQLException {
        say.accept("usage in bulk: " + records + " records");
        stack.client(Endpoint.BILLING, "finance")
                .put("/v1/meters/bench-calls", Map.of("name", "Calls", "unit", "call", "aggregation", "SUM"))
                .ok();
        List<String> subscriptions = subscriptions();
        Instant now = stack.time(io.counterfoil.suite.stack.Part.BILLING).now();
        List<String> bodies = new ArrayList<>();
        for (int from = 0; from < records; from += BODY) {
            bodies.add(body(from, Math.min(records, from + BODY), subscriptions, now));
        }
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(CompletableFuture.runAsync(() -> send(bodies, next)));
        }
        senders.forEach(CompletableFuture::join);
        long perSecond = Rate.perSecond(records, System.nanoTime() - began);
        say.accept("  " + perSecond + " records/s");
        return perSecond;
    }

    private void send(List<String> bodies, AtomicInteger next) {
        Api api = stack.client(Endpoint.BILLING, "integration").with("Content-Type", "application/x-ndjson");
        for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
            api.send("POST", "/v1/usage", bodies.get(i)).expect(200);
        }
    }

    private static String body(int from, int to, List<String> subscriptions, Instant at) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append("{\"subscriptionId\":\"")
                    .append(subscriptions.get(i % subscriptions.size()))
                    .append("\",\"meterId\":\"bench-calls\",\"key\":\"k")
                    .append(i)
                    .append("\",\"quantity\":\"1\",\"usedAt\":\"")
                    .append(at)
                    .append("\"}\n");
        }
        return text.toString();
    }

    private List<String> subscriptions() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("select subscription_id from subscription")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }
}
