package io.counterfoil.warehouse.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.counterfoil.common.db.Row;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * An archived event as a CloudEvent in the structured format; the data is what the producer sent, to the byte.
 *
 * @param position its place in the producer's history
 * @param archivePosition its place in the archive
 */
public record ArchivedEvent(
        UUID id,
        String type,
        String source,
        String subject,
        Instant time,
        @JsonProperty("correlationid") String correlationId,
        @JsonProperty("causationid") String causationId,
        long sequence,
        long position,
        @JsonProperty("partitionkey") String partitionKey,
        @JsonProperty("legalentity") String legalEntity,
        String actor,
        @JsonProperty("traceparent") String traceParent,
        @JsonProperty("archiveposition") long archivePosition,
        @JsonProperty("archivedat") Instant archivedAt,
        @JsonRawValue String data) {

    /** The version of the specification. */
    @JsonProperty("specversion")
    public String specVersion() {
        return "1.0";
    }

    /** What the data is. */
    @JsonProperty("datacontenttype")
    public String dataContentType() {
        return "application/json";
    }

    static ArchivedEvent read(Row row) {
        return new ArchivedEvent(
                row.uuid("event_id"),
                row.text("type"),
                row.text("source"),
                row.text("subject"),
                row.instant("occurred_at"),
                row.text("correlation_id"),
                row.text("causation_id"),
                row.longValue("sequence"),
                row.longValue("source_position"),
                row.text("partition_key"),
                row.text("legal_entity"),
                row.text("actor"),
                row.text("trace_parent"),
                row.longValue("position"),
                row.instant("archived_at"),
                new String(row.bytes("data"), StandardCharsets.UTF_8));
    }
}
