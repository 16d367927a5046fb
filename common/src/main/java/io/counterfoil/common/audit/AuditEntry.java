package io.counterfoil.common.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.counterfoil.common.db.Row;
import java.time.Instant;

/** One line of the audit trail, as auditors read it. */
public record AuditEntry(
        long seq,
        Instant at,
        String actor,
        String origin,
        String act,
        String object,
        String objectId,
        String reason,
        @JsonRawValue String before,
        @JsonRawValue String after,
        String correlationId,
        String causationId) {

    static AuditEntry read(Row row) {
        return new AuditEntry(
                row.longValue("seq"),
                row.instant("at"),
                row.text("actor"),
                row.text("origin"),
                row.text("act"),
                row.text("object"),
                row.text("object_id"),
                row.text("reason"),
                row.text("before"),
                row.text("after"),
                row.text("correlation_id"),
                row.text("causation_id"));
    }
}
