package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.crash.Agents;
import io.counterfoil.suite.chaos.crash.Crash;
import io.counterfoil.suite.chaos.crash.Moment;
import io.counterfoil.suite.chaos.crash.Step;
import io.counterfoil.suite.chaos.load.Deal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every step of quote-to-cash, ended at each of its three moments, several times over. */
public final class Matrix {
    private static final int DEALS = 3;

    private final Arena arena;
    private final Agents agents;
    private final int repetitions;
    private final String only;

    /** Only the steps whose name has this text; all where it is empty. */
    public Matrix(Arena arena, Agents agents, int repetitions, String only) {
        this.arena = arena;
        this.agents = agents;
        this.repetitions = repetitions;
        this.only = only;
    }

    public ChaosReport run(long seed) {
        long began = System.nanoTime();
        List<Finding> unreached = new ArrayList<>();
        List<Deal> unpaid = new ArrayList<>(arena.workload().buy(DEALS));
        arena.atRest();
        for (Crash crash : crashes()) {
            try {
                List<Deal> placed = arena.crash(crash, DEALS, unpaid);
                unpaid = new ArrayList<>(placed);
            } catch (Crash.NotReached never) {
                arena.say("  " + never.getMessage());
                unreached.add(new Finding("every crash point was reached", Finding.Kind.WRONG, never.getMessage()));
                arena.atRest();
                unpaid = new ArrayList<>(arena.workload().buy(DEALS));
                arena.atRest();
            }
        }
        arena.workload().settle(unpaid);
        Map<String, List<Finding>> checks = new LinkedHashMap<>();
        checks.put("every crash point was reached", unreached);
        checks.putAll(arena.examine());
        return new ChaosReport(
                "matrix", seed, Duration.ofNanos(System.nanoTime() - began), arena.asked(), arena.struck(), checks);
    }

    private List<Crash> crashes() {
        List<Crash> crashes = new ArrayList<>();
        for (Step step : Step.all()) {
            for (Moment moment : Moment.values()) {
                for (int nth = 1; nth <= repetitions && step.name().contains(only); nth++) {
                    crashes.add(new Crash(arena.stack(), agents, step, moment, nth));
                }
            }
        }
        return crashes;
    }
}
