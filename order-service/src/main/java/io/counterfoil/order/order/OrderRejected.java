package io.counterfoil.order.order;

import io.counterfoil.common.event.Fact;
import java.util.UUID;

/** An order was given up before anything was promised. */
public record OrderRejected(UUID orderId, String orderNumber, String reasonCode, String reason) implements Fact {

    public static final String TYPE = "io.counterfoil.order.order.rejected.v1";

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
