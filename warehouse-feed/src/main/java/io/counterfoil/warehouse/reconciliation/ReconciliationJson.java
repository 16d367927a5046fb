package io.counterfoil.warehouse.reconciliation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.warehouse.drift.DriftJson;
import io.counterfoil.warehouse.drift.Pair;
import io.counterfoil.warehouse.drift.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Runs and drift as callers see them. */
public final class ReconciliationJson {

    private ReconciliationJson() {}

    /** How far each side was with billing's history. */
    public record Positions(long billing, long ledger, long warehouse) {}

    /** A run in short. */
    public record Summary(
            UUID runId,
            Trigger trigger,
            String requestedBy,
            long position,
            Positions positions,
            long archivePosition,
            Instant startedAt,
            Instant completedAt,
            Instant confirmedAt,
            long documentsCompared,
            long driftDocuments) {
        static Summary read(Row row) {
            return new Summary(
                    row.uuid("run_id"),
                    Trigger.valueOf(row.text("trigger")),
                    row.text("requested_by"),
                    row.longValue("position"),
                    new Positions(
                            row.longValue("billing_position"),
                            row.longValue("ledger_position"),
                            row.longValue("warehouse_position")),
                    row.longValue("archive_position"),
                    row.instant("started_at"),
                    row.instant("completed_at"),
                    row.instant("confirmed_at"),
                    row.longValue("documents_compared"),
                    row.longValue("drift_documents"));
        }
    }

    /** A run with all that it found. */
    public record Run(
            @JsonUnwrapped Summary summary, List<PairResult> pairs, List<Counted> totals, List<DriftJson> drift) {}

    /** What came out for one pair; drift is the sum of absolute differences, by currency. */
    public record PairResult(
            Pair pair, Side left, Side right, long documents, long driftDocuments, List<Money> drift) {}

    /** What a side counted. */
    public record Counted(
            Side side,
            String kind,
            String legalEntityId,
            String currency,
            long documents,
            Money amount,
            String digest) {
        static Counted read(Row row) {
            return new Counted(
                    Side.valueOf(row.text("side")),
                    row.text("kind"),
                    row.text("legal_entity"),
                    row.text("currency"),
                    row.longValue("documents"),
                    row.money("amount_minor", "currency"),
                    row.text("digest"));
        }
    }
}
