package io.counterfoil.suite.bench;

import io.counterfoil.suite.bench.BillingFigures.Measured;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Usage in bulk: two senders, each with bodies of newline-delimited records, every record once. */
final class UsageIntake {
    private static final int BODY = 20_000;
    private static final int SENDERS = 2;
    /** The sum, which comes before the answer to each record. */
    private static final Pattern ACCEPTED = Pattern.compile("\"accepted\":(\\d+)");

    private final Stack stack;
    private final BillingFigures figures;

    UsageIntake(Stack stack, BillingFigures figures) {
        this.stack = stack;
        this.figures = figures;
    }

    void measure(int records, List<String> subscriptions, Consumer<String> say) {
        say.accept("usage in bulk: " + records + " records");
        Instant now = stack.time(Part.BILLING).now();
        List<String> bodies = new ArrayList<>();
        for (int from = 0; from < records; from += BODY) {
            bodies.add(body(from, Math.min(records, from + BODY), subscriptions, now));
        }
        AtomicInteger next = new AtomicInteger();
        AtomicLong stored = new AtomicLong();
        Cost cost = Cost.soFar(stack);
        long began = System.nanoTime();
        List<CompletableFuture<Void>> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(CompletableFuture.runAsync(() -> send(bodies, next, stored)));
        }
        senders.forEach(CompletableFuture::join);
        long nanos = System.nanoTime() - began;
        Cost spent = Cost.soFar(stack).since(cost);
        say.accept(figures.add(
                "usage in bulk",
                new Measured("records", stored.get(), nanos, spent, BillingLook.loadAverage(), Map.of())));
        if (stored.get() != records) {
            figures.check(List.of(records + " usage records were sent, " + stored.get() + " stored"));
        }
    }

    private void send(List<String> bodies, AtomicInteger next, AtomicLong stored) {
        Api api = stack.client(Endpoint.BILLING, "integration").with("Content-Type", "application/x-ndjson");
        for (int i = next.getAndIncrement(); i < bodies.size(); i = next.getAndIncrement()) {
            String answer =
                    api.send("POST", "/v1/usage", bodies.get(i)).expect(200).text();
            Matcher accepted = ACCEPTED.matcher(answer);
            stored.addAndGet(accepted.find() ? Long.parseLong(accepted.group(1)) : 0);
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
}
