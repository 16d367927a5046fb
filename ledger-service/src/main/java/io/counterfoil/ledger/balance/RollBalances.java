package io.counterfoil.ledger.balance;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.db.Database;
import jakarta.inject.Inject;

/** Adds up what was posted since the last time, so that a balance over ten million postings is a sum over few rows. */
@UseCase
class RollBalances {

    private static final String LOCK = "select mark from balance_mark for update skip locked";

    private static final String MANY =
            """
            select count(*) as entries from (select 1 from journal_entry
                where written_in >= (select mark from balance_mark) order by written_in limit ?) unrolled
            """;

    /** All read the same mark and the same horizon, for they are one statement. */
    private static final String ROLL =
            """
            with horizon as materialized (select mark as since, pg_snapshot_xmin(pg_current_snapshot()) as until from balance_mark),
            rolled as (
                insert into balance_roll (legal_entity_id, account_id, currency, purpose, posting_date, recorded_hour, debit_minor,
                    credit_minor, functional_debit, functional_credit)
                select e.legal_entity_id, p.account_id, p.currency, e.purpose, e.posting_date, date_trunc('hour', e.recorded_at),
                       coalesce(sum(p.amount_minor) filter (where p.side = 'DEBIT'), 0),
                       coalesce(sum(p.amount_minor) filter (where p.side = 'CREDIT'), 0),
                       coalesce(sum(p.functional_minor) filter (where p.side = 'DEBIT'), 0),
                       coalesce(sum(p.functional_minor) filter (where p.side = 'CREDIT'), 0)
                from journal_entry e join posting p on p.entry_id = e.id
                where e.written_in >= (select since from horizon) and e.written_in < (select until from horizon)
                group by 1, 2, 3, 4, 5, 6
                returning *
            ), by_month as (
                insert into balance_month as m (legal_entity_id, account_id, currency, purpose, month, debit_minor, credit_minor)
                select legal_entity_id, account_id, currency, purpose, date_trunc('month', posting_date::timestamp)::date, sum(debit_minor),
                       sum(credit_minor)
                from rolled group by 1, 2, 3, 4, 5
                on conflict (legal_entity_id, account_id, currency, purpose, month)
                do update set debit_minor = m.debit_minor + excluded.debit_minor, credit_minor = m.credit_minor + excluded.credit_minor
            )
            update balance_mark set mark = (select until from horizon)
            """;

    private final Database database;

    @Inject
    RollBalances(Database database) {
        this.database = database;
    }

    /** Does it when at least so many entries wait; false when fewer do, or another replica is at it. */
    boolean handle(int atLeast) {
        boolean mine = database.query(LOCK).one(row -> true).orElse(false);
        if (!mine || entriesWaiting(atLeast) < atLeast) {
            return false;
        }
        database.update(ROLL);
        return true;
    }

    private long entriesWaiting(int atLeast) {
        return database.query(MANY, atLeast)
                .one(row -> row.longValue("entries"))
                .orElse(0L);
    }
}
