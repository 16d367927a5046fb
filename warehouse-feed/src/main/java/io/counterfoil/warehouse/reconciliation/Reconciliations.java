package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.Cursor;
import io.counterfoil.common.http.Page;
import io.counterfoil.common.money.Money;
import io.counterfoil.warehouse.drift.Bucket;
import io.counterfoil.warehouse.drift.DriftJson;
import io.counterfoil.warehouse.drift.Drifts;
import io.counterfoil.warehouse.drift.Pair;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The runs: kept, confirmed and read. */
@ApplicationScoped
class Reconciliations {

    private static final long LOCK = 0x5EC0_11C1L;
    private static final Duration TOTALS_KEPT = Duration.ofDays(7);

    @Inject
    Database database;

    @Inject
    Drifts drifts;

    /** Waits until no other run is being kept; until the end of the transaction. */
    void oneAtATime() {
        database.query("select pg_advisory_xact_lock(?)", LOCK).list(row -> 0);
    }

    /** Marks the last run as still true, if it was at the same position; returns its id or null. */
    UUID confirm(long position, Instant now) {
        return database.query(
                        """
                        update reconciliation_run set confirmed_at = ?
                        where run_id = (select run_id from reconciliation_run order by seq desc limit 1)
                          and position = ?
                        returning run_id
                        """,
                        now,
                        position)
                .one(row -> row.uuid("run_id"))
                .orElse(null);
    }

    void add(Observed seen, long driftDocuments, Instant now) {
        database.update(
                """
                insert into reconciliation_run (run_id, trigger, requested_by, position, billing_position, ledger_position,
                    warehouse_position, archive_position, archive_documents, documents_compared, drift_documents, started_at, completed_at, confirmed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                seen.runId(),
                seen.trigger(),
                seen.requestedBy(),
                seen.positions().common(),
                seen.positions().billing(),
                seen.positions().ledger(),
                seen.positions().warehouse(),
                seen.archiveHead(),
                seen.archive().documents(),
                seen.documentsCompared(),
                driftDocuments,
                seen.startedAt(),
                now,
                now);
        List<Object[]> rows = new ArrayList<>();
        for (Total total : seen.totals()) {
            Bucket of = total.bucket();
            rows.add(new Object[] {
                seen.runId(),
                total.side().name(),
                of.kind(),
                of.legalEntity(),
                of.currency(),
                total.documents(),
                total.minor(),
                total.digest()
            });
        }
        database.batch("insert into reconciliation_total values (?, ?, ?, ?, ?, ?, ?, ?)", rows);
        forgetOldTotals(now);
    }

    /** Under traffic a continuous run is kept every few seconds: its totals are of no use a week later. */
    private void forgetOldTotals(Instant now) {
        database.update(
                """
                delete from reconciliation_total where run_id in (
                    select run_id from reconciliation_run
                    where trigger = 'CONTINUOUS' and completed_at < ? and drift_documents = 0)
                """,
                now.minus(TOTALS_KEPT));
    }

    Optional<ReconciliationJson.Run> get(UUID runId) {
        return database.query("select * from reconciliation_run where run_id = ?", runId)
                .one(ReconciliationJson.Summary::read)
                .map(summary -> new ReconciliationJson.Run(
                        summary, pairs(runId), totals(runId), drifts.openAfter(summary.completedAt())));
    }

    Optional<UUID> latest() {
        return database.query("select run_id from reconciliation_run order by seq desc limit 1")
                .one(row -> row.uuid("run_id"));
    }

    Page<ReconciliationJson.Summary> page(String cursor, int size) {
        long before = Cursor.toLong(cursor);
        List<ReconciliationJson.Summary> found = database.query(
                        """
                        select * from reconciliation_run
                        where ? = 0 or seq < ?
                        order by seq desc limit ?
                        """,
                        before,
                        before,
                        size + 1)
                .list(ReconciliationJson.Summary::read);
        return Page.of(found, size, run -> Cursor.of(sequenceOf(run.runId())));
    }

    private long sequenceOf(UUID runId) {
        return database.query("select seq from reconciliation_run where run_id = ?", runId)
                .one(row -> row.longValue("seq"))
                .orElseThrow();
    }

    private List<ReconciliationJson.Counted> totals(UUID runId) {
        return database.query(
                        "select * from reconciliation_total where run_id = ? order by kind, legal_entity, currency, side",
                        runId)
                .list(ReconciliationJson.Counted::read);
    }

    /** What came out for each pair: documents from the totals, drift from the items that were open after the run. */
    List<ReconciliationJson.PairResult> pairs(UUID runId) {
        return database.query("select completed_at, archive_documents from reconciliation_run where run_id = ?", runId)
                .one(row -> results(
                        totals(runId),
                        drifts.openAfter(row.instant("completed_at")),
                        row.longValue("archive_documents")))
                .orElse(List.of());
    }

    private static List<ReconciliationJson.PairResult> results(
            List<ReconciliationJson.Counted> totals, List<DriftJson> open, long archiveDocuments) {
        List<ReconciliationJson.PairResult> results = new ArrayList<>();
        for (Pair pair : Pair.values()) {
            long documents = pair == Pair.ARCHIVE_WAREHOUSE ? archiveDocuments : documents(pair, totals);
            List<DriftJson> ofPair =
                    open.stream().filter(drift -> drift.pair() == pair).toList();
            results.add(new ReconciliationJson.PairResult(
                    pair, pair.left(), pair.right(), documents, ofPair.size(), amounts(totals, ofPair)));
        }
        return results;
    }

    private static long documents(Pair pair, List<ReconciliationJson.Counted> totals) {
        return totals.stream()
                .filter(total -> total.side() == pair.left() && pair.kinds().contains(total.kind()))
                .mapToLong(ReconciliationJson.Counted::documents)
                .sum();
    }

    /** Zero is said for every currency that is known. */
    private static List<Money> amounts(List<ReconciliationJson.Counted> totals, List<DriftJson> open) {
        Map<String, Money> amounts = new TreeMap<>();
        totals.forEach(total -> amounts.put(total.currency(), Money.zero(total.currency())));
        open.forEach(item -> amounts.merge(item.currency(), item.difference().abs(), Money::plus));
        return List.copyOf(amounts.values());
    }
}
