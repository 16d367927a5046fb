package io.counterfoil.suite.bench;

import io.counterfoil.suite.bench.BillingFigures.Measured;
import io.counterfoil.suite.stack.Endpoint;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Billing runs, month after month, each over all that is there; one of them is killed. */
final class BillingRuns {
    private static final long MIB = 1 << 20;

    private final Stack stack;
    private final Population population;
    private final BillingLook look;
    private final BillingFigures figures;
    private final Consumer<String> say;
    private LocalDate day;

    BillingRuns(Stack stack, Population population, BillingLook look, BillingFigures figures, Consumer<String> say) {
        this.stack = stack;
        this.population = population;
        this.look = look;
        this.figures = figures;
        this.say = say;
        this.day = LocalDate.ofInstant(stack.time(Part.BILLING).now(), ZoneOffset.UTC)
                .plusMonths(1)
                .withDayOfMonth(1);
    }

    /** The day on which the next run begins. */
    LocalDate day() {
        return day;
    }

    /** A run over so many subscriptions. */
    void run(String what, int size) throws SQLException {
        say.accept(what + ": " + size + " subscriptions");
        population.growTo(size, day);
        look.await(() -> look.unsent() == 0, any -> {});
        look.settle();
        long before = look.numbered();
        long lines = look.lines();
        Cost cost = Cost.soFar(stack);
        long began = System.nanoTime();
        tellTheDay();
        look.await(() -> look.numbered() >= before + size, say);
        long billed = System.nanoTime() - began;
        Cost spent = Cost.soFar(stack).since(cost);
        look.await(() -> look.unsent() == 0, any -> {});
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("lines", look.lines() - lines);
        more.put("told after s", Rate.seconds(System.nanoTime() - began));
        more.put("process MiB", stack.memory(Part.BILLING) / MIB);
        say.accept(figures.add(what, new Measured("invoices", size, billed, spent, BillingLook.loadAverage(), more)));
        figures.check(look.complaints(before + size));
        day = day.plusMonths(1);
    }

    /** {@code kill -9} when half of it is billed, then a new start: what is due is billed once, and all of it. */
    void crash() throws SQLException {
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
        List<String> wrong = look.complaints(before + population.size());
        figures.check(wrong);
        String found = wrong.isEmpty() ? "none twice, none missing, no gap" : String.join("; ", wrong);
        figures.say("kill -9", "after %d of %d, started again: %s".formatted(atDeath, population.size(), found));
        say.accept("  started again: " + found);
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
