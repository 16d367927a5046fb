package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.subscription.Agreement;
import io.counterfoil.billing.subscription.OrderAccepted;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.http.Refusal;
import java.util.UUID;

/** Billing can't bill an accepted order; an exception is open at its owner. */
public record OrderRefusedByBilling(
        UUID orderId,
        String orderNumber,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        String reasonCode,
        String reason,
        String owner,
        String remedy)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.order.refused-by-billing.v1";

    static OrderRefusedByBilling of(OrderAccepted order, Refusal why) {
        return new OrderRefusedByBilling(
                order.orderId(),
                order.orderNumber(),
                order.contractId(),
                order.customerId(),
                order.legalEntityId(),
                why.code(),
                why.getMessage(),
                why.trouble().owner(),
                why.remedy());
    }

    static OrderRefusedByBilling of(Agreement order, Refusal why) {
        return new OrderRefusedByBilling(
                order.orderId(),
                order.orderNumber(),
                order.contractId(),
                order.customerId(),
                order.legalEntityId(),
                why.code(),
                why.getMessage(),
                why.trouble().owner(),
                why.remedy());
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
