package io.counterfoil.ledger.bench;

import io.counterfoil.common.db.Database;
import io.counterfoil.ledger.LedgerUnderTest;
import io.counterfoil.ledger.balance.TrialBalances;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** Trial balances over many postings, at any date and as known at any time; ten postings an entry, three years of them. */
final class BalanceBench {

    private static final int LINES = 10;
    private static final int TIMES = 21;
    private static final int CHUNK = 100_000;

    private static final String ENTRIES =
            """
            insert into journal_entry (id, entry_number, legal_entity_id, currency, functional_currency, purpose, effective_date, posting_date,
                late, recorded_at, source_event_id, source_type, document_type, document_id, document_number, rule_id, rule_version, correlation_id)
            select gen_random_uuid(), 'B-' || i, 'US01', 'USD', 'USD', 'INVOICE', day, day, false, day + interval '9 hours' + i % 7 * interval '1 hour',
                   gen_random_uuid(), 'bench', 'INVOICE', gen_random_uuid(), 'X-' || i, 'US01-INVOICE', 1, 'bench'
            from (select i, date '2023-01-01' + (i * 1095::bigint / ?::int)::int as day from generate_series(?::int, ?::int) i) entry
            """;

    private static final String POSTINGS =
            """
            insert into posting (entry_id, line_number, account_id, side, currency, amount_minor, functional_minor, item)
            select e.id, n, case when n <= 5 then 'US01/1100' else (array['US01/2200', 'US01/4000', 'US01/4100', 'US01/2100', 'US01/2200'])[n - 5] end,
                   case when n <= 5 then 'DEBIT' else 'CREDIT' end, 'USD', 100 + n % 5, 100 + n % 5, 'LINE'
            from journal_entry e, generate_series(1, 10) n where e.ordinal > ?
            """;

    private final Figures figures;

    BalanceBench(Figures figures) {
        this.figures = figures;
    }

    void measure(int postings) {
        LedgerUnderTest ledger = new LedgerUnderTest().withEntity("US01", "USD");
        Database database = ledger.database();
        int entries = postings / LINES;
        Loading loading = new Loading(database).without("journal_entry").withoutKey("posting", "entry_id, line_number");
        for (int done = 0; done < entries; done += CHUNK) {
            int from = done;
            int until = Math.min(entries, done + CHUNK);
            ledger.postgres().transactions().fresh(() -> {
                database.update("set local session_replication_role = replica");
                database.update(ENTRIES, entries, from + 1, until);
                database.update(POSTINGS, from);
            });
        }
        loading.end();
        long begun = System.nanoTime();
        ledger.rollBalances();
        figures.time("balance.roll", "rolling up " + postings + " postings", System.nanoTime() - begun);
        TrialBalances balances = ledger.get(TrialBalances.class);
        time("balance.all", "trial balance", () -> balances.of("US01", null, null));
        time("balance.any-date", "trial balance at a date", () -> balances.of("US01", LocalDate.of(2024, 8, 17), null));
        time(
                "balance.known-at",
                "trial balance at a date as known at an earlier time",
                () -> balances.of("US01", LocalDate.of(2024, 8, 17), Instant.parse("2024-06-30T12:34:56Z")));
    }

    private void time(String name, String what, Runnable work) {
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long begun = System.nanoTime();
            work.run();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        figures.time(name, what + " (median of " + TIMES + ")", nanos[TIMES / 2]);
    }
}
