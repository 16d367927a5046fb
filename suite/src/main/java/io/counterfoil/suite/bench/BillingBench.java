package io.counterfoil.suite.bench;

import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures billing alone: billing runs of growing populations, one that is killed, usage, and single subscriptions. */
public final class BillingBench {
    private static final int TENTH = 10;
    private static final List<Map<String, String>> PRICES = List.of(Map.of("currency", "USD", "unitPrice", "10.00"));

    private final Stack stack;
    private final Consumer<String> say;
    private final BillingFigures figures = new BillingFigures();

    public BillingBench(Stack stack, Consumer<String> say) {
        this.stack = stack;
        this.say = say;
    }

    /** Which measurements are wanted; what is 0 or false is left out. */
    public record Wanted(int subscriptions, boolean crash, boolean million, int apiSubscriptions, int usageRecords) {}

    public BillingFigures measure(Wanted wanted) throws SQLException {
        figures.say("heap of the service", "512 MiB at most (-Xmx)");
        plan(
                "bench-monthly",
                Stream.of("main", "seats", "support").map(BillingBench::monthly).toList());
        try (Connection database = stack.database(Part.BILLING);
                Connection looking = stack.database(Part.BILLING)) {
            Population population = new Population(database);
            BillingRuns runs = new BillingRuns(stack, population, new BillingLook(looking), figures, say);
            runs.run("billing run, to warm up", wanted.subscriptions() / TENTH);
            runs.run("billing run", wanted.subscriptions());
            if (wanted.usageRecords() > 0) {
                usage(wanted, population, runs);
            }
            if (wanted.crash()) {
                runs.crash();
            }
            if (wanted.million()) {
                runs.run("billing run, ten times as many", wanted.subscriptions() * TENTH);
            }
            if (wanted.apiSubscriptions() > 0) {
                new SubscriptionsByApi(stack, figures).measure(wanted.apiSubscriptions(), say);
            }
        }
        return figures;
    }

    private void usage(Wanted wanted, Population population, BillingRuns runs) throws SQLException {
        stack.client(Endpoint.BILLING, "finance")
                .put("/v1/meters/bench-calls", Map.of("name", "Calls", "unit", "call", "aggregation", "SUM"))
                .ok();
        plan(
                "bench-usage",
                List.of(Map.of(
                        "chargeId",
                        "calls",
                        "name",
                        "Calls",
                        "kind",
                        "USAGE",
                        "pricing",
                        "PER_UNIT",
                        "billingPeriod",
                        "MONTH",
                        "meterId",
                        "bench-calls",
                        "prices",
                        PRICES)));
        List<String> metered = population.meter(runs.day().minusMonths(1));
        new UsageIntake(stack, figures).measure(wanted.usageRecords(), metered, say);
        runs.run("billing run with " + wanted.usageRecords() + " usage records", population.size());
    }

    private void plan(String id, List<?> charges) {
        stack.client(Endpoint.BILLING, "finance")
                .put("/v1/plans/" + id, Map.of("name", id, "validFrom", "2020-01-01", "charges", charges))
                .ok();
    }

    private static Map<String, Object> monthly(String charge) {
        return Map.of(
                "chargeId",
                charge,
                "name",
                charge,
                "kind",
                "RECURRING",
                "pricing",
                "PER_UNIT",
                "billingPeriod",
                "MONTH",
                "prices",
                PRICES);
    }
}
