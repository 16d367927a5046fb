package io.counterfoil.ledger.recognition;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells of what a large set recognised, some slices at a time: the set's row, written in the transaction of its posting,
 * is what remembers how far that is, so nothing is lost or told twice.
 */
@UseCase
class TellRecognised {

    static final int SLICES = 2_000;

    private final Database database;
    private final Outbox outbox;

    @Inject
    TellRecognised(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** False when everything was told, or another replica tells it just now. */
    boolean handle() {
        Optional<Untold> untold = database.query(
                        """
                        select id, run_id, told, recorded_at from recognition_set where told < slices
                        order by ordinal limit 1 for update skip locked
                        """)
                .one(row -> new Untold(row.uuid("id"), row.uuid("run_id"), row.longValue("told")));
        untold.ifPresent(this::tell);
        return untold.isPresent();
    }

    private record Untold(UUID setId, UUID runId, long told) {}

    private void tell(Untold untold) {
        List<Outbox.Addressed> facts = database.query(
                        """
                        select r.*, e.entry_id as summary_id, s.legal_entity_id, s.currency, s.customer_id, s.contract_id,
                               s.performance_obligation_id, s.invoice_id, s.invoice_line_id, s.product_id, s.correlation_id,
                               s.amount_minor - earned_by_day(s.amount_minor, s.start_date, s.end_date, r.slice_end) as left_minor
                        from recognised_slice r
                        join revenue_schedule s on s.id = r.schedule_id
                        join recognition_set_entry e on e.set_id = r.set_id and e.effective_date = r.effective_date
                        where r.set_id = ? order by r.ordinal offset ? limit ?
                        """,
                        untold.setId(),
                        untold.told(),
                        SLICES)
                .list(row -> fact(untold, row));
        outbox.publishAll(facts);
        database.update("update recognition_set set told = told + ? where id = ?", facts.size(), untold.setId());
    }

    private static Outbox.Addressed fact(Untold untold, Row row) {
        RevenueRecognised fact = new RevenueRecognised(
                untold.runId(),
                row.uuid("summary_id"),
                row.text("legal_entity_id"),
                row.text("currency"),
                row.uuid("customer_id"),
                row.uuid("contract_id"),
                row.text("performance_obligation_id"),
                row.uuid("invoice_id"),
                row.uuid("invoice_line_id"),
                row.text("product_id"),
                row.date("slice_end").minusDays(1),
                row.date("slice_start"),
                row.date("slice_end"),
                row.money("amount_minor", "currency"),
                row.money("left_minor", "currency"),
                row.instant("recorded_at"));
        Correlation correlation = new Correlation(
                row.text("correlation_id"),
                untold.runId().toString(),
                Correlation.current().actor());
        UUID id = EventIds.derived(untold.setId(), row.uuid("schedule_id") + ":" + row.date("slice_end"));
        return new Outbox.Addressed(id, fact, correlation, null);
    }
}
