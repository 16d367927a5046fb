package io.counterfoil.billing.subscription;

import io.counterfoil.billing.document.Obligation;
import io.counterfoil.billing.document.PendingLine;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A subscription changed: plan, quantity, price, add-on, term or anchor. What is billed for it comes as invoice.issued. */
public record SubscriptionAmended(
        UUID subscriptionId,
        String subscriptionNumber,
        UUID orderId,
        UUID contractId,
        int contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        UUID changeId,
        String kind,
        LocalDate effectiveDate,
        List<Obligation> obligationsBefore,
        List<Obligation> obligationsAfter,
        ModificationTreatment modificationTreatment,
        String decidedBy,
        String dialect,
        List<PendingLine> pendingLines,
        Instant effectiveAt,
        Map<String, String> policyVersions,
        Money valueChange)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.subscription.amended.v1";

    /** How the ledger treats it. */
    public enum ModificationTreatment {
        SEPARATE_CONTRACT,
        PROSPECTIVE,
        CUMULATIVE_CATCH_UP
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
