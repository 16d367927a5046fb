package io.counterfoil.billing.creditmemo;

import io.counterfoil.billing.document.ReversedLine;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An issued credit memo counts no longer; what it settled is open again. */
public record CreditMemoVoided(
        UUID creditMemoId,
        String creditMemoNumber,
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        Integer contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        String reasonCode,
        String reason,
        String approver,
        List<ReversedLine> lines,
        Money netAmount,
        Money taxAmount,
        Money payableRoundingAmount,
        Money totalAmount,
        CreditMemoIssued.Settlement settlement,
        Money openAmount,
        List<ReopenedInvoice> invoices,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.creditmemo.voided.v1";

    /** An invoice that is open again. */
    public record ReopenedInvoice(
            UUID invoiceId, String invoiceNumber, Money amount, Money openAmount, String invoiceState) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return creditMemoId.toString();
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
