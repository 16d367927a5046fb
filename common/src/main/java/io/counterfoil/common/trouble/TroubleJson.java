package io.counterfoil.common.trouble;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An exception on the wire; the original bytes have an end point of their own. */
public record TroubleJson(
        UUID id,
        long seq,
        String origin,
        @JsonProperty("class") TroubleClass trouble,
        String code,
        String owner,
        Trouble.State state,
        String subject,
        String reason,
        String remedy,
        String correlationId,
        UUID eventId,
        UUID waitsFor,
        String assignee,
        String proposal,
        String proposedBy,
        int attempts,
        boolean edited,
        Instant openedAt,
        Instant dueAt,
        Instant closedAt,
        String customerId,
        String region,
        String productLine,
        List<Act> history) {

    /** What somebody did, and when. */
    public record Act(Instant at, String actor, String act, String note) {}

    /** As it goes over the wire; the history is left out where it is empty. */
    public static TroubleJson of(Trouble t, List<Act> history) {
        return new TroubleJson(
                t.id(),
                t.seq(),
                t.origin(),
                t.trouble(),
                t.code(),
                t.owner(),
                t.state(),
                t.subject(),
                t.reason(),
                t.remedy(),
                t.correlationId(),
                t.eventId(),
                t.waitsFor(),
                t.assignee(),
                t.proposal(),
                t.proposedBy(),
                t.attempts(),
                t.edited() != null,
                t.openedAt(),
                t.dueAt(),
                t.closedAt(),
                t.customerId(),
                t.region(),
                t.productLine(),
                history.isEmpty() ? null : history);
    }
}
