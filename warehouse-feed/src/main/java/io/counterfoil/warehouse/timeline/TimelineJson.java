package io.counterfoil.warehouse.timeline;

import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A timeline as callers see it. */
public final class TimelineJson {

    private TimelineJson() {}

    /** What happened in a business transaction and what is missing. */
    public record Timeline(
            String id,
            State state,
            List<OrderName> orders,
            List<String> correlationIds,
            List<String> traceIds,
            List<Step> steps,
            List<Milestone> milestones,
            List<String> missing,
            Held held) {}

    /** The story in one word. */
    public enum State {
        COMPLETE,
        IN_PROGRESS,
        INCOMPLETE,
        HELD,
        ENDED
    }

    /** An order of the story, by all its names. */
    public record OrderName(
            String orderId, String orderNumber, String reference, String customerId, String legalEntityId) {}

    /** One event, with the document and amount that it speaks of. */
    public record Step(
            Instant time,
            Instant archivedAt,
            String context,
            String event,
            UUID eventId,
            long archivePosition,
            String subject,
            String documentType,
            String documentId,
            String documentNumber,
            Money amount,
            String detail,
            String actor,
            String correlationId,
            String traceId) {}

    /** Something that a complete story has. */
    public record Milestone(String milestone, Status status, Instant since, List<String> documents, String detail) {}

    /** Whether a milestone was reached, should have been, or is still to come. */
    public enum Status {
        DONE,
        MISSING,
        NOT_DUE
    }

    /** Why the order waits, and who can mend it. */
    public record Held(
            Instant since,
            String heldFrom,
            String reasonCode,
            String reason,
            String owner,
            String remedy,
            String exceptionId) {}
}
