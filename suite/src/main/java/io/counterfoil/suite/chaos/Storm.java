package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Checker;
import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.fault.Fault;
import io.counterfoil.suite.chaos.fault.Faults;
import io.counterfoil.suite.chaos.load.Stream;
import io.counterfoil.suite.chaos.wire.Edge;
import io.counterfoil.suite.chaos.wire.WireFault;
import io.counterfoil.suite.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random faults, one after the other, while orders come in at a steady rate; what is true at any time is looked at meanwhile. */
public final class Storm {
    private static final String AT_ANY_TIME = "what must be true at any time was, while it stormed";

    private final Arena arena;
    private final Random random;

    public Storm(Arena arena, long seed) {
        this.arena = arena;
        this.random = new Random(seed);
    }

    public ChaosReport run(long seed, Duration lasts, int ordersPerSecond) {
        long began = System.nanoTime();
        List<Finding> meanwhile = new ArrayList<>();
        Stream stream = Stream.of(arena.workload(), ordersPerSecond);
        try (stream) {
            while (System.nanoTime() - began < lasts.toNanos()) {
                arena.brief(next(), Duration.ofMillis(1_000 + random.nextInt(4_000)));
                meanwhile.addAll(new Checker(arena.stack().access(), arena.asked()).sample());
                Pause.of(Duration.ofMillis(1_000 + random.nextInt(3_000)));
            }
        }
        arena.say("the storm is over after %d orders"
                .formatted(arena.asked().deals().size()));
        long calm = System.nanoTime();
        arena.atRest();
        arena.struck("the whole storm", Duration.ofNanos(calm - began), Duration.ofNanos(System.nanoTime() - calm));
        arena.workload().settle(stream.left());
        Map<String, List<Finding>> checks = new LinkedHashMap<>();
        checks.put(AT_ANY_TIME, meanwhile);
        checks.putAll(arena.examine());
        return new ChaosReport(
                "storm", seed, Duration.ofNanos(System.nanoTime() - began), arena.asked(), arena.struck(), checks);
    }

    private Fault next() {
        Faults faults = arena.faults();
        List<Part> parts = new ArrayList<>(Part.servers());
        parts.addAll(List.of(Part.BROKER, Part.POSTGRES));
        Part part = parts.get(random.nextInt(parts.size()));
        return switch (random.nextInt(5)) {
            case 0, 1 -> faults.killed(part);
            case 2 -> faults.paused(part);
            case 3 -> faults.broken(edge(), wireFault());
            default -> faults.crm("answers are lost", Map.of("commitThenHangUpNext", 3, "duplicateNotifications", 1));
        };
    }

    private Edge edge() {
        List<Edge> edges = Edge.all();
        return edges.get(random.nextInt(edges.size()));
    }

    private WireFault wireFault() {
        return switch (random.nextInt(5)) {
            case 0 -> WireFault.DOWN;
            case 1 -> WireFault.RESET;
            case 2 -> WireFault.BLACK_HOLE;
            case 3 -> WireFault.delay(10 + random.nextInt(60));
            default -> WireFault.cutAfter(100 + random.nextInt(4_000));
        };
    }
}
