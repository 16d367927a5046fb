package io.counterfoil.suite.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks again and again until something is there, or the deadline has passed. */
final class Await {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(150);

    private Await() {}

    /** What was found; after the deadline an {@link Overdue} that says what was awaited. */
    static <T> T until(String what, Supplier<Optional<T>> look) {
        return until(what, DEADLINE, look);
    }

    static <T> T until(String what, Duration patience, Supplier<Optional<T>> look) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new Overdue("after " + patience.toSeconds() + " s still no " + what);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Overdue("interrupted while waiting");
        }
    }

    /** What was awaited did not come. */
    static final class Overdue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overdue(String message) {
            super(message);
        }
    }
}
