package io.counterfoil.billing.subscription;

import io.counterfoil.billing.document.PendingLine;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A subscription ended before its term; nothing is billed from the effective date on. */
public record SubscriptionCancelled(
        UUID subscriptionId,
        String subscriptionNumber,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        LocalDate effectiveDate,
        String reason,
        boolean beforeActivation,
        Instant effectiveAt,
        String currency,
        Integer contractVersion,
        String reasonCode,
        List<UUID> performanceObligationIds,
        Boolean takenBack,
        List<PendingLine> pendingLines,
        Map<String, String> policyVersions,
        Money valueChange)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.subscription.cancelled.v1";

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
