package io.counterfoil.order.order;

import io.counterfoil.common.event.Fact;
import java.util.UUID;

/** An order waits for a person or a dependency. */
public record OrderHeld(
        UUID orderId,
        String orderNumber,
        String heldFrom,
        String reasonCode,
        String reason,
        String owner,
        String remedy,
        UUID exceptionId)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.order.held.v1";

    static OrderHeld of(Order order, HoldReason why) {
        return new OrderHeld(
                order.orderId(),
                order.orderNumber(),
                order.heldFrom().name(),
                why.code(),
                why.reason(),
                why.owner(),
                why.remedy(),
                why.exceptionId());
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
        return orderId.toString();
    }
}
