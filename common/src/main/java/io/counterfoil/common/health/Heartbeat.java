package io.counterfoil.common.health;

import io.counterfoil.common.time.SystemTime;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the loops of the foundation (relay, steps, timer) and knows whether they still move. A loop survives everything
 * but the end of the application: what it throws is kept for the health check, logged, and followed by a pause.
 */
@ApplicationScoped
public class Heartbeat {

    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Map<String, Instant> lastBeat = new ConcurrentHashMap<>();
    private final Map<String, String> lastFailure = new ConcurrentHashMap<>();
    private final Map<String, Semaphore> bells = new ConcurrentHashMap<>();
    private final ThreadLocal<String> loop = new ThreadLocal<>();
    private volatile boolean closed;

    /**
     * Repeats the turn until the application ends: at once while it says that there is more, else after the idle time or
     * when woken.
     */
    public void loop(String name, Duration idle, BooleanSupplier turn) {
        Semaphore bell = bells.computeIfAbsent(name, n -> new Semaphore(0));
        loop.set(name);
        while (!closed) {
            lastBeat.put(name, SystemTime.now());
            boolean more = turnSafely(name, turn);
            if (!more && !closed && !waitFor(bell, lastFailure.containsKey(name) ? PAUSE_AFTER_FAILURE : idle)) {
                return;
            }
        }
    }

    private boolean turnSafely(String name, BooleanSupplier turn) {
        try {
            boolean more = turn.getAsBoolean();
            lastFailure.remove(name);
            return more;
        } catch (Throwable failure) { // an Error must not end the loop silently either
            if (!closed) {
                boolean known = failure.toString().equals(lastFailure.get(name));
                failed(name, failure);
                LOG.log(known ? Level.FINE : Level.WARNING, failure, () -> name + " failed and will be tried again");
            }
            return false;
        }
    }

    private static boolean waitFor(Semaphore bell, Duration time) {
        try {
            bell.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
            bell.drainPermits();
            return true;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends the idle time of the loop, if it is idle. */
    public void wake(String name) {
        bells.computeIfAbsent(name, n -> new Semaphore(0)).release();
    }

    public void wakeAll() {
        bells.values().forEach(Semaphore::release);
    }

    /**
     * For a turn that has much to do, perhaps by other threads: to be run after each piece of it, so that nobody takes a long
     * turn for one that stands still. Does nothing where this thread runs no loop.
     */
    public Runnable progress() {
        String name = loop.get();
        return name == null ? () -> {} : () -> beat(name);
    }

    /** A sign of life from a loop that waits by itself. */
    public void beat(String name) {
        lastBeat.put(name, SystemTime.now());
    }

    public void failed(String name, Throwable failure) {
        lastFailure.put(name, failure.toString());
    }

    /** What had failed works again. */
    public void mended(String name) {
        lastFailure.remove(name);
    }

    public boolean isClosed() {
        return closed;
    }

    Map<String, Instant> beats() {
        return Map.copyOf(lastBeat);
    }

    /** What fails now, by name, as the health check shows it. */
    public Map<String, String> failures() {
        return Map.copyOf(lastFailure);
    }

    @PreDestroy
    public void close() {
        closed = true;
        wakeAll();
    }
}
