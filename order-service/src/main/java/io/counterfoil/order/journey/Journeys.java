package io.counterfoil.order.journey;

import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Parked;
import io.counterfoil.common.trouble.Troubles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Moves processes along their published state charts, in the caller's transaction. */
@Dependent
public class Journeys {

    private final Database database;
    private final Troubles troubles;
    private final AuditTrail audit;
    private final BusinessClock clock;

    @Inject
    Journeys(Database database, Troubles troubles, AuditTrail audit, BusinessClock clock) {
        this.database = database;
        this.troubles = troubles;
        this.audit = audit;
        this.clock = clock;
    }

    /** A process begins in the first state of its chart. */
    public void begin(ProcessKind kind, UUID id, String cause) {
        StateRule first = kind.states().get(0);
        Instant now = clock.now();
        database.update(
                """
                insert into journey (process, journey_id, state, entered_at, due_at, correlation_id) values (?, ?, ?, ?, ?, ?)
                """,
                kind,
                id,
                first.state(),
                now,
                due(first, now),
                Correlation.current().correlationId());
        stay(kind, id, 1, first.state(), cause, now);
        keep(kind, id, null, first.state(), cause);
    }

    /** The process goes on; refuses what its chart does not know. */
    public void move(ProcessKind kind, UUID id, String to, String cause) {
        move(kind, id, to, cause, clock.now());
    }

    /** The same; the deadline is counted from a moment that is still to come. */
    public void move(ProcessKind kind, UUID id, String to, String cause, Instant dueFrom) {
        Instant now = clock.now();
        At at = at(kind, id);
        if (!kind.rule(at.state()).moves().contains(to)) {
            throw new IllegalMove(
                    kind.path() + " " + id,
                    at.state(),
                    "become " + to,
                    kind.rule(at.state()).moves());
        }
        if (at.exceptionId() != null) {
            troubles.resolve(at.exceptionId(), Correlation.current().actor(), "went on to " + to);
        }
        database.update(
                "update journey set state = ?, entered_at = ?, due_at = ?, exception_id = null where process = ? and"
                        + " journey_id = ?",
                to,
                now,
                due(kind.rule(to), dueFrom.isBefore(now) ? now : dueFrom),
                kind,
                id);
        database.update(
                "update journey_stage set left_at = ? where process = ? and journey_id = ? and left_at is null",
                now,
                kind,
                id);
        stay(kind, id, count(kind, id) + 1, to, cause, now);
        keep(kind, id, at.state(), to, cause);
    }

    /** A process that keeps its own stages stays in a state for too long: an exception, until it has left that state. */
    public void overdue(ProcessKind kind, UUID id, String state, Instant since) {
        StateRule rule = kind.rule(state);
        StateLastsTooLong why = new StateLastsTooLong(kind.path(), state, since, rule.deadline(), rule.step());
        UUID exception = troubles.park(Parked.of(
                        ParkOverdue.ORIGIN,
                        id.toString(),
                        why,
                        "application/json",
                        Json.write(Map.of("process", kind.path(), "id", id, "state", state))
                                .getBytes(StandardCharsets.UTF_8),
                        null)
                .ownedBy(rule.owner()));
        database.update(
                """
                insert into journey (process, journey_id, state, entered_at, correlation_id, exception_id) values (?, ?, ?, ?, ?, ?)
                on conflict (process, journey_id) do update set state = excluded.state, entered_at = excluded.entered_at,
                  due_at = null, exception_id = excluded.exception_id
                """,
                kind,
                id,
                state,
                since,
                Correlation.current().correlationId(),
                exception);
    }

    /** It has left the state in which it was overdue. */
    public void wentOn(ProcessKind kind, UUID id) {
        database.query("delete from journey where process = ? and journey_id = ? returning exception_id", kind, id)
                .one(row -> Optional.ofNullable(row.uuid("exception_id")))
                .flatMap(exception -> exception)
                .ifPresent(exception ->
                        troubles.resolve(exception, Correlation.current().actor(), "the process went on"));
    }

    /** All stays of a process, the oldest first. */
    public List<Stay> stays(ProcessKind kind, UUID id) {
        return database.query(
                        "select * from journey_stage where process = ? and journey_id = ? order by number", kind, id)
                .list(row -> new Stay(
                        row.text("state"),
                        row.instant("entered_at"),
                        row.instant("left_at"),
                        row.text("cause"),
                        row.text("actor")));
    }

    private void stay(ProcessKind kind, UUID id, int number, String state, String cause, Instant now) {
        database.update(
                """
                insert into journey_stage (process, journey_id, number, state, cause, actor, entered_at, left_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                kind,
                id,
                number,
                state,
                cause,
                Correlation.current().actor(),
                now,
                kind.rule(state).isFinal() ? now : null);
    }

    /** What a person does is kept by its request; what is done because its time has come is kept here. */
    private void keep(ProcessKind kind, UUID id, String from, String to, String cause) {
        audit.keepOfTimer(() -> List.of(Audited.byClock(
                kind.path(), id, "moved", cause, from == null ? null : Map.of("state", from), Map.of("state", to))));
    }

    private int count(ProcessKind kind, UUID id) {
        return database.query("select count(*) as n from journey_stage where process = ? and journey_id = ?", kind, id)
                .one(row -> row.intValue("n"))
                .orElse(0);
    }

    private At at(ProcessKind kind, UUID id) {
        return database.query(
                        "select state, exception_id from journey where process = ? and journey_id = ? for update",
                        kind,
                        id)
                .one(row -> new At(row.text("state"), row.uuid("exception_id")))
                .orElseThrow(() -> new NotFound(kind.path(), id));
    }

    private static Instant due(StateRule rule, Instant from) {
        return rule.deadline() == null ? null : from.plus(rule.deadline());
    }

    private record At(String state, UUID exceptionId) {}
}
