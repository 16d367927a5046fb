package io.counterfoil.ledger.bench;

import io.counterfoil.common.db.Database;
import io.counterfoil.ledger.LedgerUnderTest;
import java.time.LocalDate;

/** A recognition run over many schedule lines, and what a close of that month asks. */
final class ScheduleBench {

    private static final String LINES =
            """
            insert into revenue_schedule (id, legal_entity_id, customer_id, contract_id, performance_obligation_id, invoice_id, invoice_number,
                invoice_line_id, product_id, revenue_treatment, currency, net_minor, deferred_minor, amount_minor, start_date, end_date,
                billed_on, source_event_id, source_position, correlation_id)
            select gen_random_uuid(), 'US01', md5('customer' || i / 10)::uuid, md5('contract' || i / 10)::uuid, 'o-' || i,
                   md5('invoice' || i / 10)::uuid, 'X-' || i / 10, md5('line' || i)::uuid, 'P' || i % 20, 'OVER_TIME_DAILY', 'USD',
                   amount, amount, amount, day, (day + interval '1 year')::date, day, gen_random_uuid(), i, 'c-' || i / 10
            from (select i, 1000 + (i::bigint * 7919) % 1000000 as amount, date '2026-01-01' + i % 31 as day from generate_series(1, ?::int) i) line
            """;

    private static final String PROGRESS =
            """
            insert into schedule_progress (schedule_id, legal_entity_id, plain, due_from, recognised_minor, recognised_until)
            select id, legal_entity_id, true, start_date, 0, start_date from revenue_schedule
            """;

    /** What their invoices would have posted, as one entry, so that the control account ties. */
    private static final String[] BILLED = {
        """
        insert into accounting_period (id, legal_entity_id, start_date, end_date, state, version)
        values ('US01/2026-01', 'US01', date '2026-01-01', date '2026-02-01', 'OPEN', 1)
        """,
        """
        insert into journal_entry (id, entry_number, legal_entity_id, currency, functional_currency, purpose, effective_date, posting_date,
            late, recorded_at, source_event_id, source_type, document_type, document_id, document_number, rule_id, rule_version, correlation_id)
        values (md5('opening')::uuid, 'OPENING', 'US01', 'USD', 'USD', 'INVOICE', date '2026-01-01', date '2026-01-01', false, now(),
            gen_random_uuid(), 'bench', 'INVOICE', gen_random_uuid(), 'opening', 'US01-INVOICE', 1, 'bench')
        """,
        """
        insert into posting (entry_id, line_number, account_id, side, currency, amount_minor, functional_minor, item)
        select md5('opening')::uuid, n, account, side, 'USD', total, total, 'LINE'
        from (select sum(deferred_minor)::bigint as total from revenue_schedule) t,
             (values (1, 'US01/1020', 'DEBIT'), (2, 'US01/2200', 'CREDIT')) p (n, account, side)
        """
    };

    private final Figures figures;

    ScheduleBench(Figures figures) {
        this.figures = figures;
    }

    void measure(int lines) {
        LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
        Database database = ledger.database();
        Loading loading = new Loading(database).without("revenue_schedule").without("schedule_progress");
        database.update(LINES, lines);
        database.update(PROGRESS);
        ledger.postgres().transactions().fresh(() -> {
            for (String each : BILLED) {
                database.update(each);
            }
        });
        loading.end();
        run(ledger, "recognition.first-month", lines, "2026-02-01T00:00:00Z");
        run(ledger, "recognition.second-month", lines, "2026-03-01T00:00:00Z");
        long begun = System.nanoTime();
        boolean passed = CloseDoor.checks(ledger, "US01", LocalDate.of(2026, 2, 1));
        figures.time(
                "close.checklist",
                "close of a month with " + lines / 10 + " contracts" + (passed ? "" : " (blocked!)"),
                System.nanoTime() - begun);
    }

    private void run(LedgerUnderTest ledger, String name, int lines, String until) {
        ledger.clock().moveTo(until);
        Cpu before = Cpu.now(ledger);
        long begun = System.nanoTime();
        ledger.recognise();
        figures.rate(name, lines, "schedule lines", System.nanoTime() - begun);
        figures.cpu(name + ".cpu", lines, "these lines", Cpu.now(ledger).since(before));
    }
}
