package io.counterfoil.suite.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.chaos.load.Draw;
import io.counterfoil.suite.chaos.load.Workload;
import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.demo.ReferenceData;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The life of contracts: new orders beside amendments, renewals and returns of earlier ones, in a given mix. Measured is when
 * each of them has come to its end: billed, posted, and seen by its process.
 */
public final class MixBench {
    private static final ZoneId ZONE_OF_US01 = ZoneId.of("America/New_York");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int CALLERS = 8;
    private static final int A_YEAR = 365;

    private final Stack stack;
    private final Consumer<String> out;
    private final Random random;
    private final Asked asked = new Asked();
    private final Workload workload;
    private int drawn;

    public MixBench(Stack stack, long seed, Consumer<String> out) {
        this.stack = stack;
        this.out = out;
        this.random = new Random(seed);
        ReferenceData.of(stack.access()).load(stack.time());
        workload = new Workload(stack.access(), new Draw(seed, today()), asked);
        workload.prepare();
    }

    /** So many acts, each kind as often as the mix says, of a hundred. */
    public BenchReport measure(int acts, Map<MixedAct, Integer> mix) throws SQLException {
        List<MixedAct> drawnActs = draw(acts, mix);
        Map<MixedAct, Long> wanted = new EnumMap<>(MixedAct.class);
        drawnActs.forEach(act -> wanted.merge(act, 1L, Long::sum));
        List<Base> bases = prepare(drawnActs);
        Effort.countStatements(stack);
        Effort before = Effort.of(stack);
        Map<MixedAct, Long> expected = new EnumMap<>(MixedAct.class);
        for (MixedAct act : MixedAct.values()) {
            expected.put(act, done(act) + wanted.getOrDefault(act, 0L));
        }
        out.accept(acts + " acts: " + wanted);
        long began = System.nanoTime();
        all(bases, Base::begin);
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        for (MixedAct act : MixedAct.values()) {
            await(act, expected.get(act));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Effort after = Effort.of(stack);
        BenchReport report = new BenchReport("orders-mix")
                .with("orders/s", Effort.hundredths(acts * 1_000L, took.toMillis()) + " orders/s")
                .with("seconds until all was done", Rate.seconds(took.toNanos()))
                .with("asked for within s", Rate.seconds(taken.toNanos()))
                .with("processor of each", Effort.hundredths(after.processorMillisSince(before), acts) + " ms")
                .with("load average", BillingLook.loadAverage());
        wanted.forEach((act, count) -> report.with(act.plural(), count));
        return report.with("of each", after.perOrder(before, acts));
    }

    private List<MixedAct> draw(int acts, Map<MixedAct, Integer> mix) {
        List<MixedAct> found = new ArrayList<>();
        mix.forEach((act, share) -> found.addAll(Collections.nCopies(acts * share / 100, act)));
        while (found.size() < acts) {
            found.add(MixedAct.NEW_ORDER);
        }
        Collections.shuffle(found, random);
        return found;
    }

    /** Whatever changes or goes back was ordered and billed two days before. */
    private List<Base> prepare(List<MixedAct> acts) throws SQLException {
        List<Base> bases = acts.stream().map(act -> new Base(act, deal())).toList();
        List<Base> earlier =
                bases.stream().filter(base -> base.act != MixedAct.NEW_ORDER).toList();
        out.accept(earlier.size() + " orders of two days before");
        long expected = done(MixedAct.NEW_ORDER) + earlier.size();
        all(earlier, base -> workload.order(base.deal));
        await(MixedAct.NEW_ORDER, expected);
        stack.time().move(Period.ofDays(2));
        all(earlier, Base::look);
        return bases;
    }

    private Deal deal() {
        List<Deal.Line> lines = List.of(
                new Deal.Line(Deal.Product.PLATFORM, 1 + random.nextInt(4), new BigDecimal("1200.00")),
                new Deal.Line(Deal.Product.SETUP, 1, new BigDecimal("500.00")));
        int number = ++drawn;
        return new Deal("mix-%06d".formatted(number), Deal.Channel.API, number, Deal.Place.CA, today(), false, lines);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(stack.time().now(), ZONE_OF_US01);
    }

    private static void all(List<Base> bases, Consumer<Base> work) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            bases.stream()
                    .map(base -> CompletableFuture.runAsync(() -> work.accept(base), callers))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            callers.shutdown();
        }
    }

    private void await(MixedAct act, long expected) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (done(act) < expected) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%d of %d %s after %s".formatted(done(act), expected, act.plural(), PATIENCE));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private long done(MixedAct act) throws SQLException {
        try (Connection database = stack.database(Part.ORDER);
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(act.done())) {
            row.next();
            return row.getLong(1);
        }
    }

    /** One act with the order that it is about. */
    private final class Base {
        private final MixedAct act;
        private final Deal deal;
        private JsonNode contract;
        private JsonNode invoice;

        private Base(MixedAct act, Deal deal) {
            this.act = act;
            this.deal = deal;
        }

        /** What somebody sees who is about to ask for a change. */
        private void look() {
            String order = asked.orderId(deal);
            contract = stack.client(Endpoint.ORDER, "sales")
                    .get("/v1/contracts?orderId=" + order)
                    .ok()
                    .json()
                    .at("/items/0");
            Api finance = stack.client(Endpoint.BILLING, "finance");
            String id = finance.get("/v1/invoices?orderId=" + order)
                    .ok()
                    .json()
                    .at("/items/0/invoiceId")
                    .asText();
            invoice = finance.get("/v1/invoices/" + id).ok().json();
        }

        private void begin() {
            switch (act) {
                case NEW_ORDER -> workload.order(deal);
                case AMENDMENT -> amend();
                case RENEWAL -> renew();
                case RETURN -> giveBack();
            }
        }

        private void amend() {
            stack.client(Endpoint.ORDER, "sales")
                    .post(
                            "/v1/amendments",
                            Map.of(
                                    "contractId",
                                    contract.path("contractId").asText(),
                                    "lineId",
                                    of(contract.path("obligations"), "lineId"),
                                    "kind",
                                    "QUANTITY",
                                    "quantity",
                                    "7",
                                    "confirmed",
                                    true,
                                    "reason",
                                    "they grow"))
                    .expect(201);
        }

        private void renew() {
            stack.client(Endpoint.ORDER, "sales")
                    .put(
                            "/v1/renewal-terms/" + contract.path("contractId").asText(),
                            Map.of("mode", "AUTO", "termMonths", 12, "noticeDays", A_YEAR, "upliftPercent", "5"))
                    .expect(200);
        }

        private void giveBack() {
            String id = stack.client(Endpoint.ORDER, "support", "asks@counterfoil.example")
                    .post(
                            "/v1/order-reversals",
                            Map.of(
                                    "orderId", asked.orderId(deal),
                                    "kind", "RETURN",
                                    "invoiceId", invoice.path("invoiceId").asText(),
                                    "lines", List.of(Map.of("lineId", setUpLine())),
                                    "reason", "it did not fit"))
                    .expect(201)
                    .json()
                    .path("reversalId")
                    .asText();
            stack.client(Endpoint.ORDER, "support", "authorises@counterfoil.example")
                    .post("/v1/order-reversals/" + id + "/decision", Map.of("authorised", true))
                    .expect(200);
        }

        private String setUpLine() {
            for (JsonNode line : invoice.path("lines")) {
                if (line.path("productId").asText().equals(Deal.Product.SETUP.id())) {
                    return line.path("lineId").asText();
                }
            }
            throw new IllegalStateException("no set-up on " + invoice);
        }

        private static String of(JsonNode obligations, String field) {
            for (JsonNode obligation : obligations) {
                if (obligation.path("productId").asText().equals(Deal.Product.PLATFORM.id())) {
                    return obligation.path(field).asText();
                }
            }
            throw new IllegalStateException("no platform in " + obligations);
        }
    }
}
