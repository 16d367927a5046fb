package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.crash.Agents;
import io.counterfoil.suite.chaos.crash.Crash;
import io.counterfoil.suite.chaos.crash.Moment;
import io.counterfoil.suite.chaos.crash.Step;
import io.counterfoil.suite.chaos.load.ReferenceFacts;
import io.counterfoil.suite.chaos.load.Stream;
import io.counterfoil.suite.stack.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Every step of quote-to-cash, ended at each of its three moments, several times over. Each server has a lane of its own in
 * which it runs into one end after the other, while deals and payments come in all the time: the ends of different servers
 * overlap.
 */
public final class Matrix {
    private static final int DEALS_PER_SECOND = 2;
    /** How many may be on their way before no new ones come. */
    private static final int MOST_UNDER_WAY = 60;

    private final Arena arena;
    private final Agents agents;
    private final Selection selection;

    /** Which crash points: only steps whose name has the text, from one repetition to another. */
    public record Selection(String only, int from, int to) {}

    public Matrix(Arena arena, Agents agents, Selection selection) {
        this.arena = arena;
        this.agents = agents;
        this.selection = selection;
    }

    public ChaosReport run(long seed) {
        long began = System.nanoTime();
        List<Finding> unreached;
        Stream stream = Stream.of(arena.workload(), DEALS_PER_SECOND);
        try (stream;
                ReferenceFacts besides = ReferenceFacts.told(arena.stack().access(), arena.asked());
                CatchingUp catchingUp = new CatchingUp(arena, stream, MOST_UNDER_WAY)) {
            unreached = end(lanes(), catchingUp);
        }
        arena.atRest();
        arena.workload().settle(stream.left());
        Map<String, List<Finding>> checks = new LinkedHashMap<>();
        checks.put(Lane.PROMISE, unreached);
        checks.putAll(arena.examine());
        return arena.report("matrix", seed, began, checks);
    }

    private List<Finding> end(Map<Part, List<Crash>> lanes, CatchingUp catchingUp) {
        List<CompletableFuture<List<Finding>>> running = lanes.values().stream()
                .map(crashes -> new Lane(arena, crashes, catchingUp))
                .map(lane -> CompletableFuture.supplyAsync(lane::run))
                .toList();
        return running.stream()
                .map(CompletableFuture::join)
                .flatMap(List::stream)
                .toList();
    }

    private Map<Part, List<Crash>> lanes() {
        Map<Part, List<Crash>> lanes = new EnumMap<>(Part.class);
        for (int nth = selection.from(); nth <= selection.to(); nth++) {
            for (Step step : Step.all()) {
                for (Moment moment : Moment.values()) {
                    if (step.name().contains(selection.only())) {
                        lanes.computeIfAbsent(step.server(), server -> new ArrayList<>())
                                .add(new Crash(arena.stack(), agents, step, moment, nth));
                    }
                }
            }
        }
        return lanes;
    }
}
