package io.counterfoil.ledger.obligation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/** An accepted order was taken back: nothing of what it promised is owed from that day on. */
record OrderCancelled(UUID orderId, String orderNumber, String reason, LocalDate effectiveDate) {

    static final String TYPE = "io.counterfoil.order.order.cancelled.v1";

    OrderCancelled {
        requireNonNull(orderId, "orderId");
        requireNonNull(effectiveDate, "effectiveDate");
    }
}
