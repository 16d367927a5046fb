package io.counterfoil.warehouse.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** An archived event as a story reads it. */
record ToldEvent(
        UUID eventId,
        String causationId,
        long archivePosition,
        String context,
        String name,
        String subject,
        Instant time,
        Instant archivedAt,
        long sourcePosition,
        String correlationId,
        String traceId,
        String actor,
        JsonNode data) {

    static ToldEvent read(Row row) {
        String[] type = row.text("type").split("\\.", 4);
        return new ToldEvent(
                row.uuid("event_id"),
                row.text("causation_id"),
                row.longValue("position"),
                type.length == 4 ? type[2] : row.text("source").replace("/", ""),
                type.length == 4 ? type[3].replaceFirst("\\.v\\d+$", "") : row.text("type"),
                row.text("subject"),
                row.instant("occurred_at"),
                row.instant("archived_at"),
                row.longValue("source_position"),
                row.text("correlation_id"),
                row.text("trace_id"),
                row.text("actor"),
                tree(row.bytes("data")));
    }

    private static JsonNode tree(byte[] data) {
        try {
            return Json.lenient().readTree(new String(data, StandardCharsets.UTF_8));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("an archived event is no JSON", damaged);
        }
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    /** A field's text; null where it is absent. */
    String text(String field) {
        JsonNode value = data.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
