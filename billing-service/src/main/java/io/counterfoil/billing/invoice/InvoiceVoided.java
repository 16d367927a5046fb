package io.counterfoil.billing.invoice;

import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.document.ReversedLine;
import io.counterfoil.billing.document.Subtotal;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An invoice counts no longer; its periods are billable again. Refused while cash is applied. */
public record InvoiceVoided(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        String orderNumber,
        UUID contractId,
        Integer contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        Mode mode,
        String reasonCode,
        String reason,
        String approver,
        Money amount,
        Money payableRoundingAmount,
        List<ReversedLine> lines,
        List<Subtotal> taxSubtotals,
        Money netAmount,
        Money taxAmount,
        List<CreditReturned> creditsReturned,
        boolean afterWriteOff,
        UUID creditMemoId,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.invoice.voided.v1";

    /** void.mode. */
    public enum Mode {
        VOID,
        CREDIT_NOTE
    }

    /** Credit that the invoice had used and that is back. */
    public record CreditReturned(UUID creditId, CreditKind kind, Money amount) {}

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
