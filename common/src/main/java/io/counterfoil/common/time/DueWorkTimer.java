package io.counterfoil.common.time;

import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Calls due work once a second, and at once when the clock was moved. */
@ApplicationScoped
public class DueWorkTimer {

    private static final Logger LOG = Logger.getLogger(DueWorkTimer.class.getName());

    @Inject
    Instance<DueWork> works;

    @Inject
    BusinessClock clock;

    @Inject
    Heartbeat heartbeat;

    @Inject
    Event<WorkDone> done;

    /** Runs for the life of the application; started by the lifecycle. */
    public void loop() {
        heartbeat.loop("due-work", Duration.ofSeconds(1), () -> {
            clock.follow();
            boolean any = false;
            for (DueWork work : works) {
                any |= doAll(work);
            }
            return any;
        });
    }

    /** The earliest due time of all work, if any. */
    Optional<Instant> nextDue() {
        return works.stream().flatMap(work -> work.nextDue().stream()).min(Instant::compareTo);
    }

    private boolean doAll(DueWork work) {
        try {
            Instant from = clock.now();
            Correlation turn = Correlation.ofTimer(work.name());
            Runnable progress = heartbeat.progress();
            int sets = 0;
            while (Correlation.within(sets == 0 ? turn : Correlation.ofTimer(work.name()), work::workOnce)) {
                sets++;
                progress.run();
            }
            if (sets > 0 && !work.decidesNothing()) {
                WorkDone all = new WorkDone(work.name(), sets, from, clock.now());
                Correlation.within(turn, () -> done.fire(all));
            }
            return sets > 0;
        } catch (RuntimeException failed) {
            // The work stays due and is tried at the next turn; one work's failure must not starve the others.
            heartbeat.failed("due-work:" + work.name(), failed);
            LOG.log(Level.WARNING, failed, () -> "due work '" + work.name() + "' failed and stays due");
            return false;
        }
    }
}
