package io.counterfoil.common.step;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The persistent steps of this service. */
@ApplicationScoped
public class Steps {

    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final String IF_HELD = " where id = ? and state = 'RUNNING' and attempts = ?";

    @Inject
    Database database;

    @Inject
    Event<StepsScheduled> scheduled;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /** Schedules work in the current transaction; it begins after the commit, survives a crash, and keeps the trace. */
    public UUID schedule(String kind, String subject, Object payload) {
        UUID id = EventIds.next();
        Correlation correlation = Correlation.current();
        database.update(
                """
                insert into step (id, kind, subject, payload, state, due_at, correlation_id, causation_id, actor, trace_parent,
                                  created_at)
                values (?, ?, ?, ?, 'DUE', ?, ?, ?, ?, ?, ?)
                """,
                id,
                kind,
                subject,
                Json.write(payload),
                SystemTime.now(),
                correlation.correlationId(),
                correlation.causationId(),
                correlation.actor(),
                Traces.currentParent(),
                SystemTime.now());
        wakeAfterCommit();
        return id;
    }

    /** Takes the next due step, or one whose worker died; earlier ones of the same kind and subject come first. */
    Optional<Step> claim() {
        return database.query(
                        """
                        update step set state = 'RUNNING', attempts = attempts + 1, lease_until = ?
                        where id = (
                          select id from step s
                          where (state = 'DUE' and due_at <= ? or state = 'RUNNING' and lease_until < ?)
                            and not exists (select 1 from step earlier
                                            where earlier.kind = s.kind and earlier.subject = s.subject and earlier.seq < s.seq
                                              and earlier.state in ('DUE', 'RUNNING', 'PARKED'))
                          order by due_at, seq limit 1 for update skip locked)
                        returning *
                        """,
                        SystemTime.now().plus(LEASE),
                        SystemTime.now(),
                        SystemTime.now())
                .one(Step::read);
    }

    /** Ends the step, if this attempt still holds it. */
    void done(Step step) {
        held(
                step,
                database.update(
                        "update step set state = 'DONE', finished_at = ?, lease_until = null" + IF_HELD,
                        SystemTime.now(),
                        step.id(),
                        step.attempts()));
    }

    void retry(Step step, String reason, Duration pause) {
        held(
                step,
                database.update(
                        "update step set state = 'DUE', due_at = ?, lease_until = null, last_failure = ?" + IF_HELD,
                        SystemTime.now().plus(pause),
                        reason,
                        step.id(),
                        step.attempts()));
    }

    void park(Step step, String reason) {
        held(
                step,
                database.update(
                        "update step set state = 'PARKED', lease_until = null, last_failure = ?" + IF_HELD,
                        reason,
                        step.id(),
                        step.attempts()));
    }

    /** An attempt that outlived its lease must have no effect beside that of the one that took over. */
    private static void held(Step step, int rows) {
        if (rows == 0) {
            throw new TakenOver(step);
        }
    }

    /** Another worker has the step now; the transaction of the late one rolls back. */
    static final class TakenOver extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        TakenOver(Step step) {
            super("attempt " + step.attempts() + " of step " + step.id() + " outlived its lease");
        }
    }

    /** Puts a parked step back to work. */
    void revive(UUID id) {
        database.update(
                "update step set state = 'DUE', due_at = ? where id = ? and state = 'PARKED'", SystemTime.now(), id);
        wakeAfterCommit();
    }

    /** Puts a parked step of a subject back to work in the current transaction: what it met may be different now. */
    public void tryAgain(String kind, String subject) {
        database.update(
                "update step set state = 'DUE', due_at = ? where kind = ? and subject = ? and state = 'PARKED'",
                SystemTime.now(),
                kind,
                subject);
        wakeAfterCommit();
    }

    /** Ends a parked step without its effect, so that those behind it go on. */
    Optional<Step> giveUp(UUID id) {
        wakeAfterCommit();
        return database.query(
                        "update step set state = 'DONE', finished_at = ? where id = ? and state = 'PARKED' returning *",
                        SystemTime.now(),
                        id)
                .one(Step::read);
    }

    private void wakeAfterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before: the row is the work
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    scheduled.fire(new StepsScheduled());
                }
            }
        });
    }

    /** Tells the workers that there may be something to do. */
    public record StepsScheduled() {}
}
