package io.counterfoil.ledger.period;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.trouble.TroubleClass;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Asks what is in the way of a close; each question is one statement. */
@Dependent
class CloseChecks {

    private static final int NAMED = 20;

    /** Without a date of their own, parked events are in the way of every month until somebody decides. */
    private static final String PARKED =
            """
            select 'PARKED_EVENT' as kind, id::text as id, code || ' ' || subject as number, owner, remedy, count(*) over () as blocking
            from exception
            where state in ('OPEN', 'ASSIGNED')
              and coalesce((attributes::jsonb ->> 'time')::timestamptz < ?::date + 1, true)
              and coalesce(attributes::jsonb ->> 'legalEntity' = ?, true)
            order by seq limit
            """
                    + NAMED;

    private static final String UNPOSTED =
            """
            select 'INVOICE' as kind, i.invoice_id::text as id, i.invoice_number as number, 'revenue-operations' as owner,
                   'Replay the event of this invoice.' as remedy, count(*) over () as blocking
            from open_item i
            where i.legal_entity_id = ? and i.issue_date < ?
              and not exists (select from journal_entry e where e.source_event_id = i.source_event_id)
            order by i.ordinal limit
            """
                    + NAMED;

    private static final String UNRECOGNISED =
            """
            select 'INVOICE' as kind, s.invoice_id::text as id, s.invoice_number as number, 'revenue-operations' as owner,
                   'Start a recognition run through the end of the month; resume the one that is held.' as remedy, p.blocking
            from (select schedule_id, due_from, count(*) over () as blocking from schedule_progress
                  where legal_entity_id = ? and is_open and due_from < ? order by due_from, schedule_id limit
            """
                    + NAMED
                    + ") p join revenue_schedule s on s.id = p.schedule_id order by p.due_from, p.schedule_id";

    /** Lines that wait for their invoice and of which something is earned that no run has accrued. */
    private static final String UNACCRUED =
            """
            select 'PENDING_LINE' as kind, item_id::text as id, coalesce(product_id, item_id::text) as number, 'revenue-operations' as owner,
                   'Start a recognition run through the end of the month; resume the one that is held.' as remedy, count(*) over () as blocking
            from pending_line
            where billed_on is null and dropped_on is null and legal_entity_id = ? and start_date < ? and told_on < ?
              and (accrued_until is null or accrued_until < least(end_date, ?::date))
            order by ordinal limit
            """
                    + NAMED;

    private final Database database;
    private final TieOuts tieOuts;

    @Inject
    CloseChecks(Database database, TieOuts tieOuts) {
        this.database = database;
        this.tieOuts = tieOuts;
    }

    Checklist of(String legalEntityId, LocalDate end) {
        return of(legalEntityId, end, SubLedger.GENERAL);
    }

    /** Of a sub-ledger, what concerns it alone. */
    Checklist of(String legalEntityId, LocalDate end, SubLedger subLedger) {
        List<Checklist.TieOut> compared = tieOuts.of(legalEntityId).stream()
                .filter(tie -> subLedger.ties(tie.name()))
                .toList();
        List<Checklist.Check> checks = new ArrayList<>();
        checks.add(check("NOTHING_PARKED", PARKED, end, legalEntityId));
        if (subLedger == SubLedger.GENERAL || subLedger == SubLedger.RECEIVABLES) {
            checks.add(check("EVERY_INVOICE_POSTED", UNPOSTED, legalEntityId, end));
            checks.add(check("ACCRUALS_DONE", UNACCRUED, legalEntityId, end, end, end));
        }
        if (subLedger == SubLedger.GENERAL || subLedger == SubLedger.REVENUE) {
            checks.add(check("RECOGNITION_DONE", UNRECOGNISED, legalEntityId, end));
        }
        List<Checklist.Blocker> off = compared.stream()
                .filter(tie -> !tie.ties())
                .map(tie -> new Checklist.Blocker(
                        "CONTROL_ACCOUNT",
                        tie.name(),
                        tie.name() + " " + tie.ledger() + ", sub-ledger " + tie.subLedger(),
                        TroubleClass.POISON.owner(),
                        "Reconcile the documents of both sides (GET /v1/reconciliation/documents)."))
                .toList();
        checks.add(new Checklist.Check("CONTROL_ACCOUNTS_TIE", off.isEmpty(), off.size(), off));
        return new Checklist(checks, compared);
    }

    private Checklist.Check check(String name, String sql, Object... parameters) {
        List<Long> blocking = new ArrayList<>();
        List<Checklist.Blocker> blockers = database.query(sql, parameters).list(row -> {
            blocking.add(row.longValue("blocking"));
            return new Checklist.Blocker(
                    row.text("kind"), row.text("id"), row.text("number"), row.text("owner"), row.text("remedy"));
        });
        return new Checklist.Check(name, blockers.isEmpty(), blocking.isEmpty() ? 0 : blocking.get(0), blockers);
    }
}
