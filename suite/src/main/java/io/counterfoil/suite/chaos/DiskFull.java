package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.fault.Fault;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Stack;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The broker holds its disk to be full and takes nothing; orders are taken all the same, and told when there is room again. */
public final class DiskFull {
    private static final int DEALS = 20;
    private static final Duration LASTS = Duration.ofSeconds(30);

    private final Arena arena;

    public DiskFull(Arena arena) {
        this.arena = arena;
    }

    public ChaosReport run(long seed) {
        long began = System.nanoTime();
        List<Deal> first = arena.workload().buy(DEALS);
        arena.atRest();
        List<Deal> second = arena.round(new Full(arena.stack()), LASTS, DEALS, first);
        arena.workload().settle(second);
        Map<String, List<Finding>> checks = arena.examine();
        return arena.report("disk-full", seed, began, checks);
    }

    /** The limit is below what is used already. */
    private record Full(Stack stack) implements Fault {
        @Override
        public String name() {
            return "the broker's disk is full";
        }

        @Override
        public void strike() {
            stack.stop(Part.BROKER);
            stack.start(Part.BROKER, Map.of("BROKER_MAX_DISK_USAGE", "1"));
        }

        @Override
        public void heal() {
            stack.restart(Part.BROKER);
        }
    }
}
