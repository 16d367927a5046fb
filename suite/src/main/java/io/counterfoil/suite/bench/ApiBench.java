package io.counterfoil.suite.bench;

import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.chaos.load.Draw;
import io.counterfoil.suite.chaos.load.Workload;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.demo.ReferenceData;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Stack;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Order acceptance and the read of an invoice, by so many clients who ask one thing after the other. */
public final class ApiBench {
    private static final ZoneId ZONE_OF_US01 = ZoneId.of("America/New_York");

    private final Stack stack;
    private final Consumer<String> out;
    private final Workload workload;
    private final Draw draw;

    public ApiBench(Stack stack, long seed, Consumer<String> out) {
        this.stack = stack;
        this.out = out;
        ReferenceData.of(stack.access()).load(stack.time());
        this.draw = new Draw(seed, LocalDate.ofInstant(stack.time().now(), ZONE_OF_US01));
        this.workload = new Workload(stack.access(), draw, new Asked());
        workload.prepare();
    }

    /**
     * Reads first, then orders, each for so long with each number of clients.
     *
     * @param warmUp orders before, by as many clients as ask at most, each with all that follows from it
     */
    public BenchReport measure(List<Integer> clients, int warmUp, Duration lasts) {
        BenchReport report = new BenchReport("api").with("orders to warm up", warmUp);
        out.accept("warming up with " + warmUp + " orders");
        place(warmUp, Collections.max(clients));
        stack.time().settle();
        List<String> invoices = invoices();
        Api finance = stack.client(Endpoint.BILLING, "finance");
        for (int count : clients) {
            out.accept("reading invoices, " + count + " clients");
            add(report, "invoice read", count, load(count, lasts, turn -> finance.get(
                            "/v1/invoices/" + invoices.get(turn % invoices.size()))
                    .expect(200)));
        }
        for (int count : clients) {
            out.accept("placing orders, " + count + " clients");
            add(report, "order acceptance", count, load(count, lasts, turn -> workload.order(next())));
            stack.time().settle();
        }
        return report.with("load average", BillingLook.loadAverage());
    }

    private void place(int orders, int clients) {
        ExecutorService callers = Executors.newFixedThreadPool(clients);
        List<CompletableFuture<Void>> calls = IntStream.range(0, orders)
                .mapToObj(any -> CompletableFuture.runAsync(() -> workload.order(next()), callers))
                .toList();
        calls.forEach(CompletableFuture::join);
        callers.shutdown();
    }

    private synchronized Deal next() {
        return draw.deal(Deal.Channel.API);
    }

    private List<String> invoices() {
        List<String> ids = new ArrayList<>();
        stack.client(Endpoint.BILLING, "finance")
                .get("/v1/invoices?limit=50")
                .expect(200)
                .json()
                .path("items")
                .forEach(invoice -> ids.add(invoice.path("invoiceId").asText()));
        return ids;
    }

    private interface Turn {
        void take(int turn);
    }

    private record Load(List<Long> nanos, Duration took) {}

    private static Load load(int clients, Duration lasts, Turn turn) {
        List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
        ExecutorService callers = Executors.newFixedThreadPool(clients);
        long began = System.nanoTime();
        long deadline = began + lasts.toNanos();
        List<CompletableFuture<Void>> calls = IntStream.range(0, clients)
                .mapToObj(client -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = client; System.nanoTime() < deadline; i += clients) {
                                long asked = System.nanoTime();
                                turn.take(i);
                                nanos.add(System.nanoTime() - asked);
                            }
                        },
                        callers))
                .toList();
        calls.forEach(CompletableFuture::join);
        callers.shutdown();
        return new Load(List.copyOf(nanos), Duration.ofNanos(System.nanoTime() - began));
    }

    private static void add(BenchReport report, String what, int clients, Load load) {
        report.with(
                "%s, %d clients".formatted(what, clients),
                "%d/s, %s"
                        .formatted(
                                Rate.perSecond(load.nanos().size(), load.took().toNanos()),
                                Percentiles.of(load.nanos())));
    }
}
