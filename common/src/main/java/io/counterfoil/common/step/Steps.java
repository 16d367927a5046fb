package io.counterfoil.common.step;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** The persistent steps of this service. */
@ApplicationScoped
public class Steps {

    private static final Duration LEASE = Duration.ofSeconds(90);
    private static final String COLUMNS =
            "id, kind, subject, payload, state, due_at, correlation_id, causation_id, actor,"
                    + " trace_parent, created_at";

    /** Asked of each by itself (offset 0): where the database has not counted how many are due, it would compare each with each. */
    private static final String NONE_EARLIER =
            """
             and not exists (select 1 from step earlier
                             where earlier.kind = s.kind and earlier.subject = s.subject and earlier.seq < s.seq
                               and earlier.state in ('DUE', 'RUNNING', 'PARKED') offset 0)
            """;

    private static final String READY =
            "(state = 'DUE' and due_at <= ? or state = 'RUNNING' and lease_until < ?)" + NONE_EARLIER;
    private static final String FIRST_OF_KIND =
            "select id from step s where state = 'DUE' and due_at <= ? and kind = ? and attempts = 0" + NONE_EARLIER
                    + " order by due_at, seq limit ? for update skip locked";
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
        Object[] row = {
            id,
            kind,
            subject,
            Json.write(payload),
            "DUE",
            SystemTime.now(),
            correlation.correlationId(),
            correlation.causationId(),
            correlation.actor(),
            Traces.currentParent(),
            SystemTime.now()
        };
        Gathering.add(Steps.class, this::append, List.<Object[]>of(row));
        return id;
    }

    private void append(List<Object[]> rows) {
        database.append("step", COLUMNS, rows);
        wakeAfterCommit();
    }

    /**
     * Takes the next due step, or one whose worker died; earlier ones of the same kind and subject come first. Where the kind
     * is done by sets, those of the kind that come for the first time are taken with it.
     *
     * @param most how many of a kind may be taken at once
     * @param not the kinds that are left to another worker
     */
    List<Step> claim(ToIntFunction<String> most, Collection<String> not) {
        Optional<Step> next = database.query(
                        "select * from step s where kind <> all(?) and " + READY
                                + " order by due_at, seq limit 1 for update skip locked",
                        not,
                        SystemTime.now(),
                        SystemTime.now())
                .one(Step::read);
        int together = next.filter(step -> step.attempts() == 0)
                .map(step -> most.applyAsInt(step.kind()))
                .orElse(1);
        return next.map(step -> together == 1
                        ? begin("?", step.id())
                        : begin(FIRST_OF_KIND, SystemTime.now(), step.kind(), together))
                .orElse(List.of());
    }

    private List<Step> begin(String which, Object... parameters) {
        List<Object> all = new ArrayList<>(List.of(SystemTime.now().plus(LEASE)));
        all.addAll(List.of(parameters));
        return database.query(
                        "update step set state = 'RUNNING', attempts = attempts + 1, lease_until = ? where id in ("
                                + which + ") returning *",
                        all.toArray())
                .list(Step::read);
    }

    /** Ends them all, if these attempts still hold them. */
    void done(List<Step> set) {
        int ended = database.update(
                """
                update step set state = 'DONE', finished_at = ?, lease_until = null
                from unnest(?::uuid[], ?::int[]) as held(id, attempts)
                where step.id = held.id and step.state = 'RUNNING' and step.attempts = held.attempts
                """,
                SystemTime.now(),
                ids(set),
                set.stream().map(Step::attempts).toList());
        if (ended < set.size()) {
            throw new TakenOver(set.get(0));
        }
    }

    /** Has those that a set is about to leave wait a while, in its transaction. */
    public void pause(Set<UUID> left, Duration pause) {
        if (!left.isEmpty()) {
            database.update(
                    "update step set due_at = ? where id = any(?)",
                    SystemTime.now().plus(pause),
                    left);
        }
    }

    /** Those that a set left, still in its transaction: they are due at once, or after their pause, each alone. */
    void alone(Set<UUID> left) {
        if (!left.isEmpty()) {
            database.update(
                    "update step set state = 'DUE', due_at = greatest(due_at, ?), finished_at = null where id = any(?)",
                    SystemTime.now(),
                    left);
            wakeAfterCommit();
        }
    }

    /** A set came to nothing: each of it is due again, alone. Who took over one of them meanwhile keeps it. */
    void alone(List<Step> set, String reason, Duration pause) {
        database.update(
                """
                update step set state = 'DUE', due_at = ?, lease_until = null, last_failure = ?
                from unnest(?::uuid[], ?::int[]) as held(id, attempts)
                where step.id = held.id and step.state = 'RUNNING' and step.attempts = held.attempts
                """,
                SystemTime.now().plus(pause),
                reason,
                ids(set),
                set.stream().map(Step::attempts).toList());
    }

    private static List<UUID> ids(List<Step> set) {
        return set.stream().map(Step::id).toList();
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
