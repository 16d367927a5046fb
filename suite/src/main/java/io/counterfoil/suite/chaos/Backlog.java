package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ledger stands still while events pile up before it: nobody else is held up, the broker's memory stays what it was, and
 * afterwards all of it is taken.
 */
public final class Backlog {
    private static final String QUEUE = "ledger.billing-events";
    private static final int DEALS = 20;
    /** Deals before, so that each time that billing tells all of it again is a fair part of what shall wait. */
    private static final int EARLIER = 80;
    /** From a quarter of the events to all of them; the broker pages what is more than its share of memory. */
    private static final long MEMORY_MAY_GROW = 100L << 20;

    private final Arena arena;

    public Backlog(Arena arena) {
        this.arena = arena;
    }

    public ChaosReport run(long seed, int events) {
        long began = System.nanoTime();
        Stack stack = arena.stack();
        List<Deal> deals = new ArrayList<>(arena.workload().buy(EARLIER));
        arena.atRest();
        List<Finding> found = new ArrayList<>();
        long before = stack.memory(Part.BROKER);
        arena.say("ledger-service stands still, the broker takes " + (before >> 20) + " MiB");
        stack.pause(Part.LEDGER);
        long paused = System.nanoTime();
        pileUp(events / 4);
        long quarter = stack.memory(Part.BROKER);
        pileUp(events);
        long piled = System.nanoTime();
        long slowest = buyMeanwhile(deals, found);
        long after = stack.memory(Part.BROKER);
        long waiting = stack.queues().count(QUEUE);
        arena.say("%d events wait after %s, the broker takes %d MiB, the slowest of %d orders was answered after %d ms"
                .formatted(
                        waiting, ChaosReport.seconds(Duration.ofNanos(piled - paused)), after >> 20, DEALS, slowest));
        if (after - quarter > MEMORY_MAY_GROW) {
            found.add(wrong("the broker grew from %d to %d MiB".formatted(quarter >> 20, after >> 20)));
        }
        stack.resume(Part.LEDGER);
        long resumed = System.nanoTime();
        arena.atRest();
        Duration drained = Duration.ofNanos(System.nanoTime() - resumed);
        arena.struck(
                "ledger-service stands still until %d events wait (broker %d MiB before, %d with a quarter, %d with all, slowest order %d ms)"
                        .formatted(waiting, before >> 20, quarter >> 20, after >> 20, slowest),
                Duration.ofNanos(resumed - paused),
                drained);
        arena.workload().settle(deals);
        Map<String, List<Finding>> checks = new LinkedHashMap<>();
        checks.put("producers are not held up, memory stays flat", found);
        checks.putAll(arena.examine());
        return arena.report("backlog", seed, began, checks);
    }

    private static Finding wrong(String what) {
        return new Finding("backlog", Finding.Kind.WRONG, what);
    }

    /** The relay sends again what it sent before, as after a crash, until enough waits. */
    private void pileUp(int events) {
        try (Connection billing = arena.stack().database(Part.BILLING);
                Statement statement = billing.createStatement()) {
            while (arena.stack().queues().count(QUEUE) < events) {
                statement.executeUpdate("update outbox_position set sent = 0 where sent = position");
                Pause.of(Duration.ofMillis(200));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("billing's outbox can't be sent again: " + e.getMessage(), e);
        }
    }

    /** Milliseconds of the slowest. */
    private long buyMeanwhile(List<Deal> deals, List<Finding> found) {
        long slowest = 0;
        for (int i = 0; i < DEALS; i++) {
            long began = System.nanoTime();
            deals.addAll(arena.workload().buy(1));
            slowest = Math.max(slowest, (System.nanoTime() - began) / 1_000_000);
        }
        if (slowest > Duration.ofSeconds(10).toMillis()) {
            found.add(wrong("an order was answered after " + slowest + " ms"));
        }
        return slowest;
    }
}
