package io.counterfoil.suite.bench;

import io.counterfoil.suite.bench.BillingFigures.Run;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures billing alone: billing runs of growing populations, and one that is killed in the middle. */
public final class BillingBench {
    private static final int TENTH = 10;
    private static final List<Map<String, String>> PRICES = List.of(Map.of("currency", "USD", "unitPrice", "10.00"));

    private final Stack stack;
    private final Consumer<String> say;
    private final BillingFigures figures = new BillingFigures();
    private LocalDate day;

    public BillingBench(Stack stack, Consumer<String> say) {
        this.stack = stack;
        this.say = say;
    }

    /** Which measurements are wanted. */
    public record Wanted(int subscriptions, boolean crash, boolean million, int apiSubscriptions, int usageRecords) {}

    public BillingFigures measure(Wanted wanted) throws SQLException {
        figures.heap(stack.memory(Part.BILLING));
        stack.client(Endpoint.BILLING, "finance")
                .put("/v1/plans/bench-monthly", plan())
                .ok();
        try (Connection database = stack.database(Part.BILLING);
                Connection looking = stack.database(Part.BILLING)) {
            Population population = new Population(database);
            BillingLook look = new BillingLook(looking);
            day = LocalDate.ofInstant(stack.time(Part.BILLING).now(), ZoneOffset.UTC)
                    .plusMonths(1)
                    .withDayOfMonth(1);
            runs(wanted, population, look);
            if (wanted.apiSubscriptions() > 0) {
                figures.api(new SubscriptionsByApi(stack).measure(wanted.apiSubscriptions(), say));
            }
            if (wanted.usageRecords() > 0) {
                figures.usage(new UsageIntake(stack, looking).measure(wanted.usageRecords(), say));
            }
        }
        return figures;
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "name",
                "Monthly",
                "validFrom",
                "2020-01-01",
                "charges",
                Stream.of("main", "seats", "support")
                        .map(charge -> Map.of(
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
                                PRICES))
                        .toList());
    }

    private void runs(Wanted wanted, Population population, BillingLook look) throws SQLException {
        run(population, wanted.subscriptions() / TENTH, look);
        run(population, wanted.subscriptions(), look);
        if (wanted.crash()) {
            crash(population, look);
        }
        if (wanted.million()) {
            run(population, wanted.subscriptions() * TENTH, look);
        }
    }

    private void run(Population population, int size, BillingLook look) throws SQLException {
        say.accept("a billing run over " + size + " subscriptions");
        population.growTo(size, day);
        look.await(() -> look.unsent() == 0, any -> {});
        long before = look.numbered();
        long began = System.nanoTime();
        tellTheDay();
        look.await(() -> look.numbered() >= before + size, say);
        long billed = System.nanoTime() - began;
        look.await(() -> look.unsent() == 0, any -> {});
        Run run = new Run(
                size,
                look.lines() - figures.linesSoFar(),
                billed,
                System.nanoTime() - began,
                BillingLook.loadAverage());
        figures.run(run, stack.memory(Part.BILLING));
        say.accept("  " + run.text());
        figures.check(look.complaints(before + size));
        day = day.plusMonths(1);
    }

    /** {@code kill -9} when half of it is billed, then a new start: what is due is billed once, and all of it. */
    private void crash(Population population, BillingLook look) throws SQLException {
        say.accept("a billing run that is killed in the middle");
        long before = look.numbered();
        tellTheDay();
        look.await(() -> look.numbered() >= before + population.size() / 2, say);
        stack.kill(Part.BILLING);
        long atDeath = look.numbered() - before;
        say.accept("  killed after " + atDeath + " invoices");
        stack.start(Part.BILLING);
        look.await(() -> look.numbered() >= before + population.size(), say);
        look.await(() -> look.unsent() == 0, any -> {});
        figures.linesAre(look.lines());
        figures.crash(atDeath, look.complaints(before + population.size()));
        say.accept("  " + figures.crashText());
        day = day.plusMonths(1);
    }

    private void tellTheDay() {
        stack.client(Endpoint.BILLING, "operator")
                .put(
                        "/v1/clock",
                        Map.of(
                                "now",
                                day.atTime(12, 0).toInstant(ZoneOffset.UTC).toString()))
                .ok();
    }
}
