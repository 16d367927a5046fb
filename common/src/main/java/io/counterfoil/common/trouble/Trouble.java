package io.counterfoil.common.trouble;

import io.counterfoil.common.db.Row;
import java.time.Instant;
import java.util.UUID;

/** An exception as it is kept: what could not complete, whose it is, and how far it has come. */
public record Trouble(
        UUID id,
        long seq,
        String origin,
        TroubleClass trouble,
        String code,
        String owner,
        State state,
        String subject,
        String reason,
        String remedy,
        String correlationId,
        String traceParent,
        String contentType,
        byte[] original,
        byte[] edited,
        String attributes,
        UUID eventId,
        UUID waitsFor,
        String assignee,
        String proposal,
        String proposedBy,
        int attempts,
        long version,
        Instant openedAt,
        Instant closedAt,
        String customerId,
        String region,
        String productLine,
        Instant dueAt) {

    /** One was opened that has a reason of its own; told within its transaction. */
    public record Opened(Trouble trouble) {}

    /** Where it stands. Legal: OPEN → ASSIGNED → RESOLVED or WAIVED, and directly from OPEN. */
    public enum State {
        OPEN,
        ASSIGNED,
        RESOLVED,
        WAIVED;

        /** Whether somebody still has to end it. */
        public boolean isOpen() {
            return this == OPEN || this == ASSIGNED;
        }
    }

    /** What a replay works with: the edited bytes where two people have edited them, else the original ones. */
    public byte[] effectiveBody() {
        return edited == null ? original : edited;
    }

    /** One row of the table. */
    public static Trouble read(Row row) {
        return new Trouble(
                row.uuid("id"),
                row.longValue("seq"),
                row.text("origin"),
                TroubleClass.valueOf(row.text("class")),
                row.text("code"),
                row.text("owner"),
                State.valueOf(row.text("state")),
                row.text("subject"),
                row.text("reason"),
                row.text("remedy"),
                row.text("correlation_id"),
                row.text("trace_parent"),
                row.text("content_type"),
                row.bytes("original"),
                row.bytes("edited"),
                row.text("attributes"),
                row.uuid("event_id"),
                row.uuid("waits_for"),
                row.text("assignee"),
                row.text("proposal"),
                row.text("proposed_by"),
                row.intValue("attempts"),
                row.longValue("version"),
                row.instant("opened_at"),
                row.instant("closed_at"),
                row.text("customer_id"),
                row.text("region"),
                row.text("product_line"),
                row.instant("due_at"));
    }
}
