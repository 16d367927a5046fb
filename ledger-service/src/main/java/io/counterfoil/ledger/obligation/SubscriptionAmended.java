package io.counterfoil.ledger.obligation;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.event.EventIds;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What of an amended subscription decides its revenue: which promises changed, from when on, and how that is treated. */
record SubscriptionAmended(
        String subscriptionNumber,
        UUID contractId,
        String kind,
        LocalDate effectiveDate,
        List<Promise> obligationsBefore,
        String modificationTreatment,
        String decidedBy,
        Instant effectiveAt) {

    static final String TYPE = "io.counterfoil.billing.subscription.amended.v1";

    SubscriptionAmended {
        requireNonNull(effectiveDate, "effectiveDate");
        requireNonNull(modificationTreatment, "modificationTreatment");
        requireNonNull(effectiveAt, "effectiveAt");
        obligationsBefore = obligationsBefore == null ? List.of() : obligationsBefore;
    }

    record Promise(String performanceObligationId, Period servicePeriod) {
        Promise {
            requireNonNull(performanceObligationId, "performanceObligationId");
        }
    }

    record Period(LocalDate start) {}

    /** When the promise began; null where that is not told. */
    LocalDate firstDay(String obligationId) {
        return obligationsBefore.stream()
                .filter(each -> each.performanceObligationId().equals(obligationId) && each.servicePeriod() != null)
                .map(each -> each.servicePeriod().start())
                .findFirst()
                .orElse(null);
    }

    List<String> concerned() {
        return obligationsBefore.stream()
                .map(Promise::performanceObligationId)
                .distinct()
                .toList();
    }

    /** The same for each promise: what is separate or prospective is billed with its own days; a catch-up begins anew. */
    ObligationAct act(UUID eventId, String obligationId) {
        ObligationAct.Kind how =
                switch (modificationTreatment) {
                    case "SEPARATE_CONTRACT" -> ObligationAct.Kind.SEPARATE;
                    case "CUMULATIVE_CATCH_UP" -> ObligationAct.Kind.CATCH_UP;
                    default -> ObligationAct.Kind.PROSPECTIVE;
                };
        return new ObligationAct(
                EventIds.derived(eventId, "AMENDED:" + obligationId),
                how,
                effectiveDate,
                null,
                null,
                null,
                kind + " of " + subscriptionNumber,
                decidedBy == null ? "billing" : decidedBy,
                effectiveAt,
                null);
    }
}
