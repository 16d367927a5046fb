package io.counterfoil.billing.subscription;

import io.counterfoil.billing.document.PendingLine;
import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be billed of a subscription was reckoned anew without a change that came into effect: all that waits for the next
 * invoice is told whole, and what was told before and is not any more counts no longer.
 */
public record SubscriptionReckoned(
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
        UUID changeId,
        String changeKind,
        LocalDate changeDate,
        List<PendingLine> pendingLines,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.subscription.reckoned.v1";

    /** Why it was reckoned. */
    public enum Cause {
        /** A change was recorded that comes into effect later. */
        CHANGE_SCHEDULED,
        /** A change that had not come into effect was taken back. */
        CHANGE_TAKEN_BACK,
        /** An invoice of it was voided. */
        INVOICE_VOIDED
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
