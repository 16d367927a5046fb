package io.counterfoil.billing.subscription;

import java.time.LocalDate;
import java.util.UUID;

/** What billing reads of order-service's {@code order.cancelled}. */
public record OrderCancelled(UUID orderId, String reason, LocalDate effectiveDate) {

    public static final String TYPE = "io.counterfoil.order.order.cancelled.v1";
}
