package io.counterfoil.order.order;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.util.UUID;

/** An order was stored, not yet looked at. */
public record OrderReceived(
        UUID orderId, String orderNumber, String channel, ExternalReference externalReference, Instant receivedAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.order.received.v1";

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
