package io.counterfoil.order.order;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Every first invoice of an order is in the ledger and the CRM knows it. */
public record OrderCompleted(
        UUID orderId,
        String orderNumber,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        List<String> invoiceNumbers,
        Instant completedAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.order.completed.v1";

    static OrderCompleted of(Order order, List<String> invoiceNumbers, Instant now) {
        return new OrderCompleted(
                order.orderId(),
                order.orderNumber(),
                order.contractId(),
                order.customerId(),
                order.terms().orElseThrow().legalEntityId(),
                invoiceNumbers,
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
