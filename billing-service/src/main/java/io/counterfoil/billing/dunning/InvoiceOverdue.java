package io.counterfoil.billing.dunning;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** An invoice passed its due date, or reached the next stage of dunning. */
public record InvoiceOverdue(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        String orderNumber,
        UUID contractId,
        Integer contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        LocalDate dueDate,
        Money openAmount,
        Money disputedAmount,
        int daysOverdue,
        String stage,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.invoice.overdue.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return invoiceId.toString();
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
