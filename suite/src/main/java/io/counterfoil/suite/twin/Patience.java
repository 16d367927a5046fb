package io.counterfoil.suite.twin;

import java.time.Duration;

/** How long a sender waits between two attempts, and for an answer. */
public record Patience(Duration first, Duration longest, Duration answer) {

    /** Quick enough for one machine: half a second, growing to eight. */
    public static final Patience LOCAL =
            new Patience(Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(10));

    /** The pause before the next attempt; it doubles each time. */
    public Duration pauseAfter(int attempts) {
        Duration grown = first.multipliedBy(1L << Math.min(attempts - 1, 20));
        return grown.compareTo(longest) > 0 ? longest : grown;
    }
}
