package io.counterfoil.suite.chaos;

import io.counterfoil.suite.chaos.check.Finding;
import io.counterfoil.suite.chaos.crash.Crash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One server runs into one end after the other, and is started again after each. */
final class Lane {
    static final String PROMISE = "every crash point was reached";
    /** Others end meanwhile, so the work may take a while to come by. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Between two ends of one server the work goes on for the others; not for ever, as they end too. */
    private static final Duration BREATH = Duration.ofSeconds(15);

    private final Arena arena;
    private final List<Crash> crashes;
    private final CatchingUp catchingUp;

    Lane(Arena arena, List<Crash> crashes, CatchingUp catchingUp) {
        this.arena = arena;
        this.crashes = crashes;
        this.catchingUp = catchingUp;
    }

    /** The crash points that never were reached. */
    List<Finding> run() {
        List<Finding> unreached = new ArrayList<>();
        for (Crash crash : crashes) {
            try {
                crash.strike();
                crash.isReached(PATIENCE);
                long ended = System.nanoTime();
                crash.heal();
                catchingUp.healed(crash.name(), Duration.ofNanos(System.nanoTime() - ended));
                catchingUp.await(crash.name(), BREATH);
            } catch (Crash.NotReached never) {
                arena.say("  " + never.getMessage());
                unreached.add(new Finding(PROMISE, Finding.Kind.WRONG, never.getMessage()));
            }
        }
        return unreached;
    }
}
