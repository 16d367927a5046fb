package io.counterfoil.common.trouble;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The exceptions of this service. Every change is written within the caller's transaction, with its history. */
@ApplicationScoped
public class Troubles {

    private static final String SYSTEM = "system";

    @Inject
    Database database;

    @Inject
    Routes routes;

    @Inject
    Content content;

    @Inject
    AuditTrail trail;

    @Inject
    Event<Trouble.Opened> opened;

    private static final String IN_ORDER =
            "case when event_id is null then 0 else coalesce((attributes::jsonb ->> 'sequence')::bigint, 0) end, seq";

    /** Keeps what could not complete; returns the exception's id. */
    public UUID park(Parked parked) {
        UUID id = EventIds.next();
        Routes.Route route = routes.of(parked.trouble());
        Acquainted.About about = content.of(parked);
        Instant now = SystemTime.now();
        database.update(
                """
                insert into exception (id, origin, class, code, owner, state, subject, reason, remedy, correlation_id,
                                       trace_parent, content_type, original, attributes, event_id, waits_for, opened_at,
                                       due_at, customer_id, region, product_line, team)
                values (?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                parked.origin(),
                parked.trouble(),
                parked.code(),
                parked.team() == null ? route.team() : parked.team(),
                parked.subject(),
                parked.reason(),
                parked.remedy(),
                parked.correlationId(),
                parked.traceParent(),
                parked.contentType(),
                parked.original(),
                parked.attributes(),
                parked.eventId(),
                parked.waitsFor(),
                now,
                route.due(now),
                about.customerId(),
                about.region(),
                about.productLine(),
                parked.team());
        remember(id, SYSTEM, "PARKED", parked.reason());
        if (parked.waitsFor() == null) {
            opened.fire(new Trouble.Opened(byId(id)));
        }
        return id;
    }

    /** The exception, for reading. */
    public Trouble byId(UUID id) {
        return database.query("select * from exception where id = ?", id)
                .one(Trouble::read)
                .orElseThrow(() -> new NotFound("exception", id));
    }

    /** The open exceptions of one origin and subject, oldest first; events in the order of their subject's history. */
    public List<Trouble> open(String origin, String subject) {
        return database.query(
                        "select * from exception where origin = ? and subject = ? and state in ('OPEN', 'ASSIGNED')"
                                + " order by "
                                + IN_ORDER,
                        origin,
                        subject)
                .list(Trouble::read);
    }

    /** Whether two people have decided that what failed there stays as it is. */
    public boolean isWaived(String origin, String subject) {
        return database.query(
                        "select 1 from exception where origin = ? and subject = ? and state = 'WAIVED' limit 1",
                        origin,
                        subject)
                .one(row -> true)
                .orElse(false);
    }

    /** Ends an open exception whose cause has gone without a replay, such as a step that succeeded later. */
    public void resolve(UUID id, String actor, String note) {
        close(id, Trouble.State.RESOLVED, actor, "RESOLVED", note);
    }

    /**
     * Ends all open exceptions of one origin and subject whose cause has gone. What somebody replays just now is left to the
     * replay: it holds the exception and may wait for what this transaction holds.
     */
    public void settle(String origin, String subject, String actor, String note) {
        database.query(
                        """
                        select id from exception
                        where origin = ? and subject = ? and state in ('OPEN', 'ASSIGNED') and id::text is distinct from ?
                        order by seq for update skip locked
                        """,
                        origin,
                        subject,
                        Correlation.current().causationId())
                .list(row -> row.uuid("id"))
                .forEach(id -> resolve(id, actor, note));
    }

    Trouble locked(UUID id) {
        return database.query("select * from exception where id = ? for update", id)
                .one(Trouble::read)
                .orElseThrow(() -> new NotFound("exception", id));
    }

    Optional<Trouble> nextFollower(Trouble head) {
        return database.query(
                        """
                        select * from exception where origin = ? and subject = ? and state in ('OPEN', 'ASSIGNED')
                        order by
                        """
                                + IN_ORDER + " limit 1",
                        head.origin(),
                        head.subject())
                .one(Trouble::read)
                .filter(next -> next.waitsFor() != null);
    }

    void close(UUID id, Trouble.State state, String actor, String act, String note) {
        database.update(
                """
                update exception set state = ?, closed_at = ?, proposal = null, proposal_note = null, proposal_body = null,
                  proposed_by = null, version = version + 1
                where id = ? and state in ('OPEN', 'ASSIGNED')
                """,
                state,
                SystemTime.now(),
                id);
        remember(id, actor, act, note);
    }

    void failedAgain(UUID id, String actor, String code, String reason, String remedy) {
        database.update(
                "update exception set attempts = attempts + 1, code = ?, reason = ?, remedy = ?, version = version + 1"
                        + " where id = ?",
                code,
                reason,
                remedy,
                id);
        remember(id, actor, "REPLAY_REFUSED", reason);
    }

    void assign(UUID id, String assignee, String actor) {
        database.update(
                "update exception set state = 'ASSIGNED', assignee = ?, version = version + 1 where id = ?",
                assignee,
                id);
        remember(id, actor, "ASSIGNED", "to " + assignee);
    }

    void propose(UUID id, String kind, String note, byte[] body, String actor) {
        database.update(
                """
                update exception set proposal = ?, proposal_note = ?, proposal_body = ?, proposed_by = ?, version = version + 1
                where id = ?
                """,
                kind,
                note,
                body,
                actor,
                id);
        remember(id, actor, kind + "_PROPOSED", note);
    }

    void applyEdit(UUID id, String actor) {
        database.update(
                """
                update exception set edited = proposal_body, proposal = null, proposal_note = null, proposal_body = null,
                  proposed_by = null, version = version + 1
                where id = ?
                """,
                id);
        remember(id, actor, "EDIT_APPROVED", null);
    }

    /** Keeps what somebody says of it. */
    public void comment(UUID id, String words, String actor) {
        remember(id, actor, "COMMENTED", words);
    }

    /** What was done with it, oldest first. */
    public List<TroubleJson.Act> history(UUID id) {
        return database.query(
                        "select at, actor, act, note from exception_history where exception_id = ? order by seq", id)
                .list(row ->
                        new TroubleJson.Act(row.instant("at"), row.text("actor"), row.text("act"), row.text("note")));
    }

    void remember(UUID id, String actor, String act, String note) {
        if (!actor.equals(SYSTEM)) {
            audit(id, act, note);
        }
        database.update(
                "insert into exception_history (exception_id, at, actor, act, note) values (?, ?, ?, ?, ?)",
                id,
                SystemTime.now(),
                actor,
                act,
                note);
    }

    private void audit(UUID id, String act, String note) {
        Trouble now = byId(id);
        ObjectNode after =
                Json.strict().createObjectNode().put("state", now.state().name());
        after.put("owner", now.owner()).put("assignee", now.assignee()).put("proposal", now.proposal());
        after.put("attempts", now.attempts()).put("code", now.code());
        String verb = act.toLowerCase(Locale.ROOT).replace('_', ' ');
        trail.keep(new Audited("exception", id.toString(), verb, Audited.API, note, null, after));
    }
}
