package io.counterfoil.billing.customercredit;

import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Credit settles an invoice that was issued before. What is used at the issue is in invoice.issued (creditsApplied, prepaidAmount) and not told again. */
public record CreditApplied(
        UUID creditId,
        UUID customerId,
        String legalEntityId,
        String currency,
        CreditKind kind,
        UUID applicationId,
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        Integer contractVersion,
        Money amount,
        Money remainingAmount,
        Money openAmount,
        String invoiceState,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.credit.applied.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return creditId.toString();
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
