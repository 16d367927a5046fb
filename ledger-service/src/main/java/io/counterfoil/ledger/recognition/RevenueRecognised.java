package io.counterfoil.ledger.recognition;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What one invoice line earned in one period went from deferred revenue to revenue. */
public record RevenueRecognised(
        UUID runId,
        UUID entryId,
        String legalEntityId,
        String currency,
        UUID customerId,
        UUID contractId,
        String performanceObligationId,
        UUID invoiceId,
        UUID invoiceLineId,
        String productId,
        LocalDate throughDate,
        LocalDate periodStart,
        LocalDate periodEnd,
        Money amount,
        Money remainingDeferred,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.revenue.recognised.v1";

    @Override
    public String type() {
        return TYPE;
    }

    /** The line: what is told of it is numbered from its first period on. */
    @Override
    public String subject() {
        return invoiceLineId.toString();
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
