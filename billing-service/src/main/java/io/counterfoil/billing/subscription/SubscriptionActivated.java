package io.counterfoil.billing.subscription;

import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A subscription began to be billed on its start date. */
public record SubscriptionActivated(
        UUID subscriptionId,
        String subscriptionNumber,
        UUID orderId,
        UUID contractId,
        int contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        UUID lineId,
        String productId,
        String planId,
        int planVersion,
        LocalDate startDate,
        LocalDate endDate,
        String quantity,
        String unitPrice,
        BillingPeriod billingPeriod,
        LocalDate nextBillingDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.subscription.activated.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return subscriptionId.toString();
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
