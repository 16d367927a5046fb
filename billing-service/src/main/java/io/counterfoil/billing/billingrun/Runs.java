package io.counterfoil.billing.billingrun;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.event.EventIds;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The billing runs, their progress, and what they could not bill. */
@Dependent
class Runs {

    private static final String SELECT =
            """
            select r.*, (select coalesce(sum(invoices), 0) from billing_run_progress p where p.run_id = r.run_id) invoices,
                   (select count(*) from exception e join agreement a on a.agreement_id::text = e.subject
                     where e.origin = 'billing-run' and e.state in ('OPEN', 'ASSIGNED') and a.legal_entity_id = r.legal_entity_id)
                   + (select count(*) from invoice_draft d join agreement a using (agreement_id)
                       where d.state = 'WAITING_TAX' and a.legal_entity_id = r.legal_entity_id) not_billed
              from billing_run r
            """;

    private final Database database;

    @Inject
    Runs(Database database) {
        this.database = database;
    }

    /** An agreement that can't be billed now, and why. */
    record NotBilled(UUID agreementId, String orderNumber, String code, String reason, UUID exceptionId) {}

    /** Opens the run of an entity's day, or opens it again; returns its id. Many may ask at once. */
    UUID open(String legalEntityId, LocalDate day, String requestedBy, Instant now) {
        database.update(
                """
                insert into billing_run (run_id, legal_entity_id, through_date, dry_run, state, requested_by, due, started_at)
                values (?, ?, ?, false, 'RUNNING', ?, ?, ?)
                on conflict (legal_entity_id, through_date) where not dry_run do update
                   set state = 'RUNNING', finished_at = null,
                       due = excluded.due + (select coalesce(sum(invoices), 0) from billing_run_progress p
                                              where p.run_id = billing_run.run_id)
                """,
                EventIds.next(),
                legalEntityId,
                day,
                requestedBy,
                due(legalEntityId, day),
                now);
        return ofDay(legalEntityId, day).orElseThrow();
    }

    /** A set was billed. Who bills the last one may find that another worker has finished the run already. */
    void progress(String legalEntityId, LocalDate day, int invoices, Instant now) {
        UUID runId = ofDay(legalEntityId, day).orElseGet(() -> first(legalEntityId, day, invoices, now));
        progress(runId, invoices, now);
    }

    private UUID first(String legalEntityId, LocalDate day, int invoices, Instant now) {
        database.update(
                """
                insert into billing_run (run_id, legal_entity_id, through_date, dry_run, state, requested_by, due, started_at)
                values (?, ?, ?, false, 'RUNNING', 'clock', ?, ?)
                on conflict (legal_entity_id, through_date) where not dry_run do nothing
                """,
                EventIds.next(),
                legalEntityId,
                day,
                due(legalEntityId, day) + invoices,
                now);
        return ofDay(legalEntityId, day).orElseThrow();
    }

    private Optional<UUID> ofDay(String legalEntityId, LocalDate day) {
        return database.query(
                        "select run_id from billing_run where legal_entity_id = ? and through_date = ? and not dry_run",
                        legalEntityId,
                        day)
                .one(row -> row.uuid("run_id"));
    }

    private void progress(UUID runId, int invoices, Instant now) {
        database.update(
                "insert into billing_run_progress (run_id, invoices, at) values (?, ?, ?)", runId, invoices, now);
    }

    /** Nothing is due any more. */
    void finish(String legalEntityId, Instant now) {
        database.update(
                """
                update billing_run set state = 'COMPLETED', finished_at = ?
                 where legal_entity_id = ? and state = 'RUNNING'
                """,
                now,
                legalEntityId);
    }

    /** Keeps a dry run that was done. */
    void add(Run run) {
        database.update(
                """
                insert into billing_run (run_id, legal_entity_id, through_date, dry_run, state, requested_by, due, totals, started_at,
                    finished_at)
                values (?, ?, ?, true, 'COMPLETED', ?, ?, ?::jsonb, ?, ?)
                """,
                run.runId(),
                run.legalEntityId(),
                run.throughDate(),
                run.requestedBy(),
                run.due(),
                run.totals(),
                run.startedAt(),
                run.finishedAt());
        progress(run.runId(), (int) run.invoices(), run.finishedAt());
    }

    long due(String legalEntityId, LocalDate day) {
        return database.query(
                        """
                        select count(*) n from agreement_due where legal_entity_id = ? and due_on <= ?
                        """,
                        legalEntityId,
                        day)
                .one(row -> row.longValue("n"))
                .orElse(0L);
    }

    Optional<Run> byId(UUID runId) {
        return database.query(SELECT + " where r.run_id = ?", runId).one(Runs::read);
    }

    /** A page, the ids in their order; what is null does not filter. */
    List<Run> page(String legalEntityId, UUID after, int limit) {
        return database.query(
                        SELECT
                                + """
                                 where (?::uuid is null or r.run_id > ?) and (?::text is null or r.legal_entity_id = ?)
                                 order by r.run_id limit ?
                                """,
                        after,
                        after,
                        legalEntityId,
                        legalEntityId,
                        limit)
                .list(Runs::read);
    }

    /** What of the entity can't be billed now: held with an exception, or waiting for the tax source. */
    List<NotBilled> notBilled(String legalEntityId, UUID after, int limit) {
        return database.query(
                        """
                        select * from (
                          select a.agreement_id, a.order_number, e.code, e.reason, e.id
                            from exception e join agreement a on a.agreement_id::text = e.subject
                           where e.origin = 'billing-run' and e.state in ('OPEN', 'ASSIGNED') and a.legal_entity_id = ?
                          union all
                          select a.agreement_id, a.order_number, 'waiting-tax', d.reason, d.draft_id
                            from invoice_draft d join agreement a using (agreement_id)
                           where d.state = 'WAITING_TAX' and a.legal_entity_id = ?) not_billed
                         where ?::uuid is null or id > ? order by id limit ?
                        """,
                        legalEntityId,
                        legalEntityId,
                        after,
                        after,
                        limit)
                .list(row -> new NotBilled(
                        row.uuid("agreement_id"),
                        row.text("order_number"),
                        row.text("code"),
                        row.text("reason"),
                        row.uuid("id")));
    }

    private static Run read(Row row) {
        return new Run(
                row.uuid("run_id"),
                row.text("legal_entity_id"),
                row.date("through_date"),
                row.bool("dry_run"),
                Run.State.valueOf(row.text("state")),
                row.text("requested_by"),
                row.longValue("due"),
                row.longValue("invoices"),
                row.longValue("not_billed"),
                row.text("totals"),
                row.instant("started_at"),
                row.instant("finished_at"));
    }
}
