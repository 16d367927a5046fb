package io.counterfoil.suite.bench;

import io.counterfoil.suite.client.Api;
import io.counterfoil.suite.client.Reply;
import io.counterfoil.suite.demo.ReferenceData;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is asked before anything is sold: whether a customer may have more, and whether a price may be asked. Each customer has
 * open invoices and orders, every fifth is the parent of the four after it; each product has prices in four books.
 */
public final class CheckBench {
    private static final int CUSTOMERS = 500;
    private static final int FAMILY = 5;
    private static final int INVOICES = 40;
    private static final int PRODUCTS = 1000;
    private static final int LINES = 10;
    private static final List<String> SEGMENTS = List.of("SMB", "MIDMARKET", "ENTERPRISE");

    private final Stack stack;
    private final Consumer<String> out;
    private final Random random;

    public CheckBench(Stack stack, long seed, Consumer<String> out) {
        this.stack = stack;
        this.out = out;
        this.random = new Random(seed);
        ReferenceData.of(stack.access()).load(stack.time());
    }

    /** So many requests a second of each kind, one kind after the other, after a time to warm up. */
    public BenchReport measure(int perSecond, Duration warmUp, Duration lasts) throws SQLException {
        out.accept(CUSTOMERS + " customers with " + CUSTOMERS * INVOICES + " open invoices, " + PRODUCTS
                + " products in " + (SEGMENTS.size() + 1) + " price books");
        List<String> customers = customers();
        prices();
        stack.time().settle();
        BenchReport report = new BenchReport("checks")
                .with(
                        "asked",
                        perSecond + "/s for " + lasts.toSeconds() + " s, after " + warmUp.toSeconds()
                                + " s to warm up");
        Api finance = stack.client(Endpoint.CUSTOMER, "finance");
        add(
                report,
                "credit check",
                new Plan(perSecond, warmUp, lasts),
                turn -> finance.sendAsync(
                        "POST", "/v1/credit-checks", question(customers.get(turn % customers.size()))));
        Api sales = stack.client(Endpoint.ORDER, "sales");
        add(
                report,
                "price check of " + LINES + " lines",
                new Plan(perSecond, warmUp, lasts),
                turn -> sales.sendAsync("POST", "/v1/price-checks", question(turn)));
        return report.with("load average", BillingLook.loadAverage());
    }

    private void add(BenchReport report, String what, Plan plan, IntFunction<CompletableFuture<Reply>> request) {
        out.accept(what + ", " + plan.perSecond() + "/s");
        OpenLoad.of(plan.perSecond(), plan.warmUp(), request);
        report.with(what, OpenLoad.of(plan.perSecond(), plan.lasts(), request).toString());
    }

    private record Plan(int perSecond, Duration warmUp, Duration lasts) {}

    private List<String> customers() throws SQLException {
        Api integration = stack.client(Endpoint.CUSTOMER, "integration");
        Api finance = stack.client(Endpoint.CUSTOMER, "finance");
        Api operator = stack.client(Endpoint.CUSTOMER, "operator");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            ids.add(integration
                    .put(
                            "/v1/customers/by-reference/bench/" + i,
                            Map.of(
                                    "legalName",
                                    "Bench Customer %06d Inc.".formatted(i),
                                    "email",
                                    "billing@bench-%06d.example".formatted(i),
                                    "currency",
                                    "USD",
                                    "taxRegistrations",
                                    List.of(Map.of("scheme", "EIN", "country", "US", "id", "94-%07d".formatted(i)))))
                    .ok()
                    .json()
                    .path("customerId")
                    .asText());
            finance.with("If-Match", "\"0\"")
                    .put(
                            "/v1/customers/" + ids.get(i) + "/credit",
                            Map.of("limit", money("500000.00"), "policy", "BLOCK", "reason", "bench"))
                    .ok();
            if (i % FAMILY > 0) {
                operator.post(
                                "/v1/customers/" + ids.get(i) + "/relationships",
                                Map.of("kind", "PARENT", "customerId", ids.get(i - i % FAMILY), "reason", "bench"))
                        .ok();
            }
        }
        invoices();
        return ids;
    }

    /** As if billing-service had told of them. */
    private void invoices() throws SQLException {
        try (Connection database = stack.database(Part.CUSTOMER);
                Statement statement = database.createStatement()) {
            statement.execute("insert into credit_receivable (invoice_id, customer_id, currency, open_minor, position)"
                    + " select gen_random_uuid(), c.id, 'USD', 100 + n, n from customer c, generate_series(1, "
                    + INVOICES
                    + ") n");
            statement.execute("analyze");
        }
    }

    private void prices() {
        Api finance = stack.client(Endpoint.ORDER, "finance");
        List<Map<String, String>> entries = IntStream.range(0, PRODUCTS)
                .mapToObj(i -> Map.of(
                        "productId",
                        product(i),
                        "currency",
                        "USD",
                        "unitPrice",
                        (100 + i) + ".00",
                        "tolerance",
                        "0.10",
                        "floorPrice",
                        "50.00"))
                .toList();
        for (String segment : SEGMENTS) {
            finance.put(
                            "/v1/price-books/bench-" + segment.toLowerCase(java.util.Locale.ROOT),
                            Map.of("name", "Bench", "legalEntityId", "US01", "segment", segment, "entries", entries))
                    .ok();
        }
        finance.post("/v1/price-books/list/imports", Map.of("entries", entries)).ok();
    }

    private static String product(int number) {
        return "BENCH-" + number;
    }

    private synchronized Map<String, Object> question(String customer) {
        return Map.of("customerId", customer, "amount", money((1 + random.nextInt(5000)) + ".00"));
    }

    private synchronized Map<String, Object> question(int turn) {
        List<Map<String, String>> lines = IntStream.range(0, LINES)
                .mapToObj(line -> random.nextInt(PRODUCTS))
                .map(number -> Map.of("productId", product(number), "unitPrice", (95 + number) + ".00"))
                .collect(Collectors.toList());
        return Map.of(
                "legalEntityId",
                "US01",
                "currency",
                "USD",
                "segment",
                SEGMENTS.get(turn % SEGMENTS.size()),
                "channel",
                "api",
                "lines",
                lines);
    }

    private static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }
}
