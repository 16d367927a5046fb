package io.counterfoil.ledger.accrual;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.schedule.ServicePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What of an amended, suspended, resumed, cancelled or newly reckoned subscription waits for the next invoice. */
record SubscriptionChanged(
        UUID subscriptionId,
        UUID orderId,
        UUID contractId,
        UUID customerId,
        String legalEntityId,
        LocalDate effectiveDate,
        Instant effectiveAt,
        List<Line> pendingLines) {

    SubscriptionChanged {
        requireNonNull(subscriptionId, "subscriptionId");
        requireNonNull(customerId, "customerId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(effectiveAt, "effectiveAt");
        pendingLines = pendingLines == null ? List.of() : pendingLines;
    }

    /** A line that is not billed yet; its id names it when it is. */
    record Line(
            UUID itemId,
            String productId,
            String performanceObligationId,
            String revenueTreatment,
            ServicePeriod servicePeriod,
            Money netAmount) {

        Line {
            requireNonNull(itemId, "itemId");
            requireNonNull(netAmount, "netAmount");
        }

        /** The days over which it is earned: its service, else the day on which it is told. */
        ServicePeriod days(LocalDate told) {
            return isOverTime() ? servicePeriod : new ServicePeriod(told, told.plusDays(1));
        }

        /** Whether it is told otherwise than it was kept; what is earned at once keeps its day. */
        boolean differs(PendingLine kept, LocalDate told) {
            return !netAmount.equals(kept.net()) || isOverTime() && !days(told).equals(kept.period());
        }

        private boolean isOverTime() {
            return "OVER_TIME_DAILY".equals(revenueTreatment) && servicePeriod != null && !servicePeriod.isEmpty();
        }
    }
}
