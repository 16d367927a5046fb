package io.counterfoil.common.trouble;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An exception on the wire; the original bytes have an end point of their own. */
public record TroubleJson(
        UUID id,
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
        Instant closedAt,
        List<Act> history) {

    /** What somebody did, and when. */
    public record Act(Instant at, String actor, String act, String note) {}

    static TroubleJson of(Trouble t, List<Act> history) {
        return new TroubleJson(
                t.id(),
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
                t.closedAt(),
                history.isEmpty() ? null : history);
    }
}
