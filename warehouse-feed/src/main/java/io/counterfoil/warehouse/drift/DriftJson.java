package io.counterfoil.warehouse.drift;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.UUID;

/** A document about which two sides disagree, or disagreed, as callers see it. */
public record DriftJson(
        UUID driftId,
        Pair pair,
        String kind,
        String documentId,
        String documentNumber,
        String legalEntityId,
        String currency,
        DriftSide left,
        DriftSide right,
        Money difference,
        long position,
        Instant detectedAt,
        UUID detectedBy,
        Instant resolvedAt,
        UUID resolvedBy) {
    static DriftJson read(Row row) {
        Pair pair = Pair.valueOf(row.text("pair"));
        String currency = row.text("currency");
        return new DriftJson(
                row.uuid("drift_id"),
                pair,
                row.text("kind"),
                row.text("document_id"),
                row.text("document_number"),
                row.text("legal_entity"),
                currency,
                DriftSide.of(pair.left(), row.longOrNull("left_minor"), currency),
                DriftSide.of(pair.right(), row.longOrNull("right_minor"), currency),
                Money.ofMinor(row.longValue("left_minor") - row.longValue("right_minor"), currency),
                row.longValue("position"),
                row.instant("detected_at"),
                row.uuid("detected_by"),
                row.instant("resolved_at"),
                row.uuid("resolved_by"));
    }
}
