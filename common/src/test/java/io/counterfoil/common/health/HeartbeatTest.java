package io.counterfoil.common.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.time.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A loop that moves is told from one that stands still. */
class HeartbeatTest {

    private static final String LOOP = "due-work";

    private final Heartbeat heartbeat = new Heartbeat();

    @Test
    void a_long_turn_shows_that_it_moves_by_whichever_thread_does_its_work() {
        List<Instant> beats = new ArrayList<>();
        heartbeat.loop(LOOP, Duration.ZERO, () -> {
            Runnable progress = heartbeat.progress();
            beats.add(heartbeat.beats().get(LOOP));
            aMomentAfter(beats.get(0));
            CompletableFuture.runAsync(progress).join();
            beats.add(heartbeat.beats().get(LOOP));
            heartbeat.close();
            return false;
        });
        assertThat(beats.get(1)).isAfter(beats.get(0));
    }

    @Test
    void where_no_loop_runs_nothing_beats() {
        heartbeat.progress().run();
        assertThat(heartbeat.beats()).isEmpty();
    }

    private static void aMomentAfter(Instant then) {
        while (!SystemTime.now().isAfter(then)) {
            Thread.onSpinWait();
        }
    }
}
