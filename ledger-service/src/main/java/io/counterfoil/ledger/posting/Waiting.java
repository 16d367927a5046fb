package io.counterfoil.ledger.posting;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Parked facts that wait for an invoice or another document, and whether that has come. */
@Dependent
class Waiting {

    /** An invoice line that is not known yet. */
    static final String LINE = "LINE";

    private static final String READY =
            """
            select w.event_id, x.id as exception_id from waiting_event w
            join exception x on x.event_id = w.event_id and x.origin = 'ledger.billing-events' and x.state in ('OPEN', 'ASSIGNED')
            group by w.event_id, x.id, x.seq
            having bool_and(case when w.kind = 'UNPOSTED' then true
                                 when w.kind = 'LINE' then exists (select from revenue_schedule s where s.invoice_line_id = w.awaits)
                                 when w.kind like 'MONEY_OF:%'
                                 then exists (select from cash_application c where c.invoice_id = w.awaits and c.payment_id::text = substr(w.kind, 10))
                                   or exists (select from journal_entry e where e.document_id = w.awaits and e.purpose = 'RECOVERY')
                                 else exists (select from journal_entry e where e.document_id = w.awaits and e.purpose = w.kind) end)
            order by x.seq limit 1
            """;

    private final Database database;

    @Inject
    Waiting(Database database) {
        this.database = database;
    }

    /** Of an invoice, that money of a payment settles it or makes good what was given up. */
    static String moneyOf(UUID paymentId) {
        return "MONEY_OF:" + paymentId;
    }

    /** @param what {@link #LINE}, {@link #moneyOf}, or for what purpose a document must have been posted */
    void keep(UUID eventId, UUID awaited, String what) {
        database.update(
                "insert into waiting_event (event_id, awaits, kind) values (?, ?, ?) on conflict do nothing",
                eventId,
                awaited,
                what);
    }

    /** What waits for these waits in vain: it is tried once more, and passed over where it does nothing else. */
    void inVain(Set<UUID> awaited) {
        database.update(
                """
                with gone as (
                    delete from waiting_event where awaits = any(?) and kind <> 'UNPOSTED' returning event_id, awaits)
                insert into waiting_event (event_id, awaits, kind) select distinct event_id, awaits, 'UNPOSTED' from gone
                on conflict do nothing
                """,
                awaited);
    }

    /** One that has what it waited for. */
    record Ready(UUID eventId, UUID exceptionId) {}

    Optional<Ready> ready() {
        return database.query(READY).one(row -> new Ready(row.uuid("event_id"), row.uuid("exception_id")));
    }

    void waitsNoLonger(UUID eventId) {
        database.update("delete from waiting_event where event_id = ?", eventId);
    }
}
