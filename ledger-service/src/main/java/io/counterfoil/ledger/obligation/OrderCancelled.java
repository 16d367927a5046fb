package io.counterfoil.ledger.obligation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An accepted order was taken back: nothing of what it promised is owed from that day on. */
record OrderCancelled(
        UUID orderId,
        String orderNumber,
        String legalEntityId,
        String reason,
        LocalDate effectiveDate,
        Instant cancelledAt) {

    static final String TYPE = "io.counterfoil.order.order.cancelled.v1";

    OrderCancelled {
        requireNonNull(orderId, "orderId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(effectiveDate, "effectiveDate");
        requireNonNull(cancelledAt, "cancelledAt");
    }
}
