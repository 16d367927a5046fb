package io.counterfoil.order.order;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An accepted order was taken back before it was billed. */
public record OrderCancelled(
        UUID orderId,
        String orderNumber,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String reason,
        LocalDate effectiveDate,
        Instant cancelledAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.order.cancelled.v1";

    static OrderCancelled of(Order order, LocalDate effectiveDate, Instant now) {
        return new OrderCancelled(
                order.orderId(),
                order.orderNumber(),
                order.contractId(),
                order.customerId(),
                order.terms().orElseThrow().legalEntityId(),
                order.reason(),
                effectiveDate,
                now);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return orderId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
