package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.customer.matching.Candidate;
import io.counterfoil.customer.reference.ExternalReference;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A question for a person: whom does this outside account mean?
 *
 * @param sourceVersion the other system's own version of what it said; may be null
 */
public record Review(
        UUID reviewId,
        @com.fasterxml.jackson.annotation.JsonIgnore long seq,
        ExternalReference reference,
        JsonNode said,
        Long sourceVersion,
        String why,
        List<Candidate> candidates,
        String state,
        long version,
        Instant openedAt,
        String correlationId,
        String decision,
        UUID customerId,
        String reason,
        String decidedBy,
        Instant decidedAt) {

    static Review read(Row row) {
        return new Review(
                row.uuid("id"),
                row.longValue("seq"),
                new ExternalReference(row.text("system"), row.text("external_id")),
                json(row.text("said"), JsonNode.class),
                row.longOrNull("source_version"),
                row.text("why"),
                List.of(json(row.text("candidates"), Candidate[].class)),
                row.text("state"),
                row.longValue("version"),
                row.instant("opened_at"),
                row.text("correlation_id"),
                row.text("decision"),
                row.uuid("customer_id"),
                row.text("reason"),
                row.text("decided_by"),
                row.instant("decided_at"));
    }

    /** What is said, as it is to be taken once a person has decided. */
    Said word() {
        return Said.kept(said, sourceVersion);
    }

    boolean names(UUID candidate) {
        return candidates.stream().anyMatch(each -> each.customerId().equals(candidate));
    }

    private static <T> T json(String text, Class<T> type) {
        try {
            return Json.lenient().readValue(text, type);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a review in the database is no JSON", corrupt);
        }
    }
}
