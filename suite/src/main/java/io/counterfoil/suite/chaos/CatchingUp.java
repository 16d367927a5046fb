package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.load.Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long after each of many faults that overlap what came before is made good: until as many processes are complete as deals
 * had been accepted when it ended. Holds the stream of deals while too many are on their way.
 */
final class CatchingUp implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 500;

    private final Arena arena;
    private final Stream stream;
    private final int mostUnderWay;
    private final List<Healed> behind = new ArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

    private record Healed(String name, Duration lasted, long at, long accepted) {}

    CatchingUp(Arena arena, Stream stream, int mostUnderWay) {
        this.arena = arena;
        this.stream = stream;
        this.mostUnderWay = mostUnderWay;
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A fault has just ended. */
    synchronized void healed(String name, Duration lasted) {
        behind.add(new Healed(name, lasted, System.nanoTime(), arena.running()));
    }

    private void look() {
        completeNow().ifPresent(this::complete);
    }

    /** None while the database of orders is away; whoever asks for something meanwhile finds out for himself. */
    private OptionalLong completeNow() {
        try {
            return OptionalLong.of(arena.complete());
        } catch (IllegalStateException away) {
            return OptionalLong.empty();
        }
    }

    private synchronized void complete(long complete) {
        stream.hold(arena.running() - complete > mostUnderWay);
        behind.removeIf(one -> {
            boolean caughtUp = complete >= one.accepted();
            if (caughtUp) {
                arena.struck(one.name(), one.lasted(), Duration.ofNanos(System.nanoTime() - one.at()));
            }
            return caughtUp;
        });
    }

    /** Waits until what came before the end of this one is made good, at most so long. */
    void await(String name, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isBehind(name) && System.nanoTime() < deadline) {
            Pause.of(Duration.ofMillis(LOOK_EVERY_MILLIS));
        }
    }

    private synchronized boolean isBehind(String name) {
        return behind.stream().anyMatch(one -> one.name().equals(name));
    }

    private synchronized boolean isBehind() {
        return !behind.isEmpty();
    }

    /** Ends the stream and waits for the last ones; what never catches up is found by the checks. */
    @Override
    public void close() {
        stream.end();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (isBehind() && System.nanoTime() < deadline) {
            Pause.of(Duration.ofMillis(LOOK_EVERY_MILLIS));
        }
        looking.shutdownNow();
    }
}
