package io.counterfoil.common.time;

import io.counterfoil.common.db.Database;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The time by which business dates and periods are decided. It is the system's, except in the local stack, where it can
 * be moved forward and every replica follows the offset kept in the database.
 */
@ApplicationScoped
public class BusinessClock {

    /** After the migrations, before anything that asks for the time. */
    private static final int EARLY = 1000;

    @Inject
    Database database;

    @Inject
    @ConfigProperty(name = "clock.adjustable", defaultValue = "false")
    boolean adjustable;

    private volatile Duration offset = Duration.ZERO;

    /** A service that comes back must not live in the system's time until the timer's first turn. */
    void start(@Observes @Priority(EARLY) @Initialized(ApplicationScoped.class) Object started) {
        follow();
    }

    public Instant now() {
        return SystemTime.now().plus(offset);
    }

    /** Today's date in the zone of the customer (billing) or legal entity (ledger). */
    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }

    boolean isAdjustable() {
        return adjustable;
    }

    /** Takes over what this or another replica has set. */
    void follow() {
        if (adjustable) {
            database.query("select offset_millis from business_clock")
                    .one(row -> Duration.ofMillis(row.longValue("offset_millis")))
                    .ifPresent(this::raise);
        }
    }

    /** Never back: the timer may read what was kept just before a move that is not yet committed. */
    private synchronized void raise(Duration kept) {
        if (kept.compareTo(offset) > 0) {
            offset = kept;
        }
    }

    void moveTo(Instant target) {
        Duration moved = Duration.between(SystemTime.now(), target);
        database.update("update business_clock set offset_millis = greatest(offset_millis, ?)", moved.toMillis());
        follow();
    }
}
