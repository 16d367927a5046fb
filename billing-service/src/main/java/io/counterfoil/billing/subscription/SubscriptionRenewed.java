package io.counterfoil.billing.subscription;

import io.counterfoil.billing.document.Obligation;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A new term follows the old one, maybe at another price. */
public record SubscriptionRenewed(
        UUID subscriptionId,
        String subscriptionNumber,
        UUID orderId,
        UUID contractId,
        int contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        LocalDate previousEndDate,
        ServicePeriod term,
        String upliftRate,
        List<Obligation> obligations,
        Instant effectiveAt,
        Map<String, String> policyVersions,
        Money valueChange)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.subscription.renewed.v1";

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
