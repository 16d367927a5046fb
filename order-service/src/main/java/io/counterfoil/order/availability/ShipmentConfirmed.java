package io.counterfoil.order.availability;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Goods of an order have left. */
public record ShipmentConfirmed(
        UUID shipmentId,
        String shipmentNumber,
        UUID orderId,
        UUID customerId,
        List<Line> lines,
        String carrier,
        String trackingReference,
        LocalDate shippedOn,
        boolean complete,
        Instant confirmedAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.shipment.confirmed.v1";

    /** One line, in pieces. */
    public record Line(UUID lineId, String productId, long quantity) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return shipmentId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId.toString();
    }
}
