package io.counterfoil.order.provisioning;

import java.util.UUID;

/** One order's request to the product platform. */
record HandOff(
        UUID orderId,
        String orderNumber,
        UUID customerId,
        HandOffState state,
        String request,
        String platformId,
        String reason,
        String correlationId,
        int version) {

    HandOff reached(HandOffState next, String id, String why) {
        return new HandOff(orderId, orderNumber, customerId, next, request, id, why, correlationId, version + 1);
    }
}
