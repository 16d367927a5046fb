package io.counterfoil.common.time;

import io.counterfoil.common.audit.NoChange;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.health.Heartbeat;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;

/** The business clock of the local stack. Where the clock is not adjustable these end points do not exist. */
@RequestScoped
@Path("/v1/clock")
@RolesAllowed(Roles.OPERATOR)
public class ClockResource {

    @Inject
    BusinessClock clock;

    @Inject
    DueWorkTimer timer;

    @Inject
    Database database;

    @Inject
    Heartbeat heartbeat;

    @GET
    public State state() {
        onlyLocally();
        Instant now = clock.now();
        Instant next = timer.nextDue().orElse(null);
        return new State(now, true, next, isQuiet(now, next));
    }

    @PUT
    @Transactional
    @NoChange
    public State move(Target target) {
        onlyLocally();
        if (target == null || target.now() == null) {
            throw new Invalid("/now", "is required");
        }
        if (target.now().isBefore(clock.now())) {
            throw new Invalid("/now", "the business clock goes forward only");
        }
        clock.moveTo(target.now());
        heartbeat.wakeAll();
        return state();
    }

    private boolean isQuiet(Instant now, Instant nextDue) {
        boolean nothingDue = nextDue == null || nextDue.isAfter(now);
        return nothingDue
                && database.query(
                                """
                                select not exists (select 1 from outbox_unsent)
                                   and not exists (select 1 from step where state in ('DUE', 'RUNNING')) as quiet
                                """)
                        .one(row -> row.bool("quiet"))
                        .orElse(false);
    }

    private void onlyLocally() {
        if (!clock.isAdjustable()) {
            throw new NotFound("resource", "/v1/clock");
        }
    }

    /**
     * @param now the business time
     * @param nextDue when the next work falls due; absent when none is waiting
     * @param quiet nothing due, nothing to send, no step under way
     */
    public record State(Instant now, boolean adjustable, Instant nextDue, boolean quiet) {}

    public record Target(Instant now) {}
}
