package io.counterfoil.common.event;

import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Work over many rows that goes before the sending of what it tells: its facts are in the outbox with its changes, and leave when it
 * ends, or after half a minute, whatever comes first.
 */
@ApplicationScoped
public class Precedence {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Inject
    Event<Outbox.FactsCommitted> ended;

    private int going;
    private Instant until = Instant.EPOCH;

    /** Does the work; several at once have the time of the first. */
    public void during(Runnable work) {
        begin();
        try {
            work.run();
        } finally {
            end();
        }
    }

    /** Whether the relay is to wait. */
    synchronized boolean isTaken() {
        return going > 0 && SystemTime.now().isBefore(until);
    }

    private synchronized void begin() {
        if (going++ == 0) {
            until = SystemTime.now().plus(LONGEST);
        }
    }

    private void end() {
        synchronized (this) {
            going--;
        }
        ended.fire(new Outbox.FactsCommitted());
    }
}
