package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.fault.Fault;
import io.counterfoil.suite.chaos.load.Deal;
import io.counterfoil.suite.stack.Part;
import io.counterfoil.suite.stack.Replicas;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Two replicas of each service share the work; then one of each ends without a word, and comes again. */
public final class TwoOfEach {
    private static final int DEALS = 12;
    private static final Duration LASTS = Duration.ofSeconds(5);

    private final Arena arena;

    public TwoOfEach(Arena arena) {
        this.arena = arena;
    }

    public ChaosReport run(long seed) {
        long began = System.nanoTime();
        try (Replicas second = arena.stack().replicas()) {
            List<Deal> unpaid = arena.workload().buy(DEALS);
            arena.atRest();
            for (Part server : Part.servers()) {
                unpaid = arena.round(new SecondKilled(second, server), LASTS, DEALS, unpaid);
                unpaid = arena.round(arena.faults().killed(server), LASTS, DEALS, unpaid);
            }
            arena.workload().settle(unpaid);
            Map<String, List<Finding>> checks = arena.examine();
            return arena.report("replicas", seed, began, checks);
        }
    }

    private record SecondKilled(Replicas replicas, Part server) implements Fault {
        @Override
        public String name() {
            return "kill -9 the second " + server.label();
        }

        @Override
        public void strike() {
            replicas.kill(server);
        }

        @Override
        public void heal() {
            replicas.start(server);
        }
    }
}
