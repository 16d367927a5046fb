package io.counterfoil.common.event;

import io.counterfoil.common.db.LostUpdate;
import io.counterfoil.common.http.Refusal;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Decides, for one event, between parking and another try. A refusal is parked at once. A failure of the database's
 * (connection, shutdown, resources, locks) is tried again for as long as it takes. Anything else is a defect of ours or
 * of the event: after three tries it is parked as poison, so that it can't stop its neighbours.
 */
final class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class.getName());
    private static final int TRIES_FOR_THE_UNEXPECTED = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String consumer;
    private final Envelope event;
    private int unexpected;
    private int tries;

    Retry(String consumer, Envelope event) {
        this.consumer = consumer;
        this.event = event;
    }

    /** The refusal with which to park the event, or null after a pause for another try. */
    Refusal refusalOrPause(RuntimeException failure) {
        Refusal refusal = find(failure, Refusal.class);
        if (refusal != null) {
            return refusal;
        }
        if (!isTechnical(failure) && ++unexpected >= TRIES_FOR_THE_UNEXPECTED) {
            LOG.log(Level.WARNING, failure, () -> consumer + ": parked as poison: " + event);
            return new UnreadableEvent(event + " can't be handled: " + root(failure));
        }
        pause(failure);
        return null;
    }

    void pause(RuntimeException failure) {
        tries++;
        long millis = Math.min(FIRST_PAUSE.toMillis() << Math.min(tries, 10), LONGEST_PAUSE.toMillis());
        LOG.log(Level.WARNING, () -> consumer + ": " + event + " is tried again: " + root(failure));
        LockSupport.parkNanos(
                Duration.ofMillis(millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2))
                        .toNanos());
    }

    static boolean isTechnical(Throwable failure) {
        if (find(failure, SQLTransientException.class) != null || LostUpdate.isBehind(failure)) {
            return true;
        }
        SQLException sql = find(failure, SQLException.class);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        // 08 connection, 25 transaction state, 40 rollback, 53 resources, 55 locks, 57 operator intervention, 58 system
        return sql != null && (state.isEmpty() || state.matches("(08|25|40|53|55|57|58).*"));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
