package io.counterfoil.suite.chaos;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that passes. */
final class Pause {
    private Pause() {}

    /** A thread may wake up early; the time has passed only when it has. */
    static void of(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
