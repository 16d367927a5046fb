package io.counterfoil.suite.bench;

import io.counterfoil.suite.chaos.load.Asked;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.chaos.load.Draw;
import io.counterfoil.suite.chaos.load.WonDeals;
import io.counterfoil.suite.chaos.load.Workload;
import io.counterfoil.suite.demo.ReferenceData;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Complete transactions: deals are won in the CRM, which tells of them at once; each becomes an order, an invoice, a journal
 * entry, rows of the warehouse, and is written back. Measured is when all of that is done for all of them.
 */
public final class OrdersBench {
    private static final ZoneId ZONE_OF_US01 = ZoneId.of("America/New_York");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int WARMED_TOGETHER = 250;
    private static final int DEAREST = 40;

    private final Stack stack;
    private final Consumer<String> out;
    private final WonDeals won;
    private final Draw draw;

    public OrdersBench(Stack stack, long seed, Consumer<String> out) {
        this.stack = stack;
        this.out = out;
        ReferenceData.of(stack.access()).load(stack.time());
        this.draw = new Draw(seed, LocalDate.ofInstant(stack.time().now(), ZONE_OF_US01));
        this.won = new WonDeals(stack.access());
        new Workload(stack.access(), draw, new Asked()).prepare();
    }

    /** So many orders; with a rate of 0 they are all won at once. */
    public BenchReport measure(int orders, int perSecond, int warmUp) throws SQLException {
        out.accept("warming up with " + warmUp + " orders");
        Effort.countStatements(stack);
        for (int warmed = 0; warmed < warmUp; warmed += WARMED_TOGETHER) {
            play(Math.min(WARMED_TOGETHER, warmUp - warmed), 0);
        }
        Statements.analyze(stack);
        Statements.reset(stack);
        Effort before = Effort.of(stack);
        Instant began = stack.time().now();
        Instant wallClock = Instant.now();
        out.accept(orders + " orders" + (perSecond == 0 ? " at once" : ", " + perSecond + "/s"));
        Played played = play(orders, perSecond);
        Effort after = Effort.of(stack);
        BenchReport report = new BenchReport("orders")
                .with("orders", orders)
                .with("orders/s", Effort.hundredths(orders * 1_000L, played.done.toMillis()))
                .with("intake/s", Effort.hundredths(orders * 1_000L, played.taken.toMillis()))
                .with("seconds until all was done", Rate.seconds(played.done.toNanos()))
                .with(
                        "backlog gone after the last s",
                        Rate.seconds(played.done.minus(played.taken).toNanos()))
                .with("processor per order", Effort.hundredths(after.processorMillisSince(before), orders) + " ms")
                .with("load average", BillingLook.loadAverage())
                .with(
                        "closed won to journal posted",
                        Stages.toPosted(stack, began).toString());
        Stages.since(stack, began).forEach((state, times) -> report.with(state, times.toString()));
        return report.with("per order", after.perOrder(before, orders))
                .with("done together", Batches.since(stack, wallClock))
                .with("dearest statements, per order", Statements.dearest(stack, orders, DEAREST));
    }

    private record Played(Duration taken, Duration done) {}

    /** The deals lie in the CRM before the clock runs; the clock runs from the first that is won. */
    private Played play(int orders, int perSecond) throws SQLException {
        List<Deal> deals = new ArrayList<>();
        while (deals.size() < orders) {
            Deal deal = draw.deal(Deal.Channel.CRM);
            if (!deal.cancelled()) {
                deals.add(deal);
            }
        }
        won.fill(deals);
        long expected = completed() + orders;
        long began = System.nanoTime();
        won.winAll(deals, perSecond);
        await(RECEIVED, expected);
        Duration taken = Duration.ofNanos(System.nanoTime() - began);
        await(COMPLETED, expected);
        await(POSTED, expected);
        return new Played(taken, Duration.ofNanos(System.nanoTime() - began));
    }

    private record Count(Part server, String sql) {}

    private static final Count RECEIVED = new Count(Part.ORDER, "select count(*) from quote_to_cash");
    private static final Count COMPLETED =
            new Count(Part.ORDER, "select count(*) from quote_to_cash where state = 'COMPLETED'");
    /** In the warehouse too. */
    private static final Count POSTED =
            new Count(Part.WAREHOUSE, "select count(*) from (select distinct entry_id from journal_fact) entries");

    /** One connection for all looks: to open one costs the database more than to answer. */
    private void await(Count count, long expected) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection database = stack.database(count.server());
                Statement statement = database.createStatement()) {
            for (long now = number(statement, count); now < expected; now = number(statement, count)) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("%d of %d after %s".formatted(now, expected, PATIENCE));
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
        }
    }

    private long completed() throws SQLException {
        try (Connection database = stack.database(COMPLETED.server());
                Statement statement = database.createStatement()) {
            return number(statement, COMPLETED);
        }
    }

    private static long number(Statement statement, Count count) throws SQLException {
        try (ResultSet row = statement.executeQuery(count.sql())) {
            row.next();
            return row.getLong(1);
        }
    }
}
