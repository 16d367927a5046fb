package io.counterfoil.billing.subscription;

import io.counterfoil.billing.document.PendingLine;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A subscription is served again. */
public record SubscriptionResumed(
        UUID subscriptionId,
        String subscriptionNumber,
        UUID orderId,
        UUID contractId,
        int contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        LocalDate effectiveDate,
        Cause cause,
        List<UUID> performanceObligationIds,
        List<PendingLine> pendingLines,
        Instant effectiveAt,
        Map<String, String> policyVersions,
        Money valueChange)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.subscription.resumed.v1";

    /** Whose hold ended. */
    public enum Cause {
        CUSTOMER,
        DUNNING
    }

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
