package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Checker;
import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.fault.Fault;
import io.counterfoil.suite.chaos.fault.Faults;
import io.counterfoil.suite.chaos.load.Deal;
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
    private static final String STANDING = "no process ended but those that were ended";
    /** So many seconds of orders may be on their way before no new ones come: what is asked for is what the machine carries. */
    private static final int SECONDS_UNDER_WAY = 8;
    /** Deals of the CRM that are paid when the storm is over; what is to be cancelled is cancelled in any case. */
    private static final int PAID_AFTERWARDS = 300;

    private final Arena arena;
    private final Random random;
    private final List<Finding> meanwhile = new ArrayList<>();
    private final List<Finding> fallen = new ArrayList<>();

    public Storm(Arena arena, long seed) {
        this.arena = arena;
        this.random = new Random(seed);
    }

    public ChaosReport run(long seed, Duration lasts, int ordersPerSecond) {
        long began = System.nanoTime();
        Stream stream = Stream.of(arena.workload(), ordersPerSecond);
        try (stream;
                CatchingUp catchingUp = new CatchingUp(arena, stream, SECONDS_UNDER_WAY * ordersPerSecond)) {
            while (System.nanoTime() - began < lasts.toNanos()) {
                strike(catchingUp);
                meanwhile.addAll(new Checker(arena.stack().access(), arena.asked()).sample());
                Pause.of(Duration.ofMillis(1_000 + random.nextInt(3_000)));
                raiseFallen();
            }
            tellRate(Duration.ofNanos(System.nanoTime() - began), ordersPerSecond);
        }
        arena.atRest();
        settle(stream.left());
        Map<String, List<Finding>> checks = new LinkedHashMap<>();
        checks.put(AT_ANY_TIME, meanwhile);
        checks.put(STANDING, fallen);
        checks.putAll(arena.examine());
        return arena.report("storm", seed, began, checks);
    }

    private void strike(CatchingUp catchingUp) {
        Fault fault = next();
        long began = System.nanoTime();
        arena.brief(fault, Duration.ofMillis(1_000 + random.nextInt(4_000)));
        catchingUp.healed(fault.name(), Duration.ofNanos(System.nanoTime() - began));
    }

    private void tellRate(Duration lasted, int wanted) {
        int orders = arena.asked().deals().size();
        long tenths = orders * 10_000L / lasted.toMillis();
        arena.note(
                "rate",
                "%d.%d orders/s of the %d/s that were wanted, for %d s"
                        .formatted(tenths / 10, tenths % 10, wanted, lasted.toSeconds()));
    }

    /** A server that ended by itself is a finding, and must not hide others. */
    private void raiseFallen() {
        for (Part part : arena.stack().fallen()) {
            arena.say("  " + part.label() + " has ended by itself");
            fallen.add(new Finding(STANDING, Finding.Kind.WRONG, part.label() + " has ended by itself"));
            arena.stack().start(part);
        }
    }

    private void settle(List<Deal> left) {
        List<Deal> some = new ArrayList<>(left.stream().filter(Deal::cancelled).toList());
        left.stream().filter(deal -> !deal.cancelled()).limit(PAID_AFTERWARDS).forEach(some::add);
        arena.workload().settle(some);
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
