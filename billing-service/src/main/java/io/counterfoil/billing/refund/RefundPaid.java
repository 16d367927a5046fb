package io.counterfoil.billing.refund;

import io.counterfoil.billing.document.ReversedInvoice;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Money went to the customer. */
public record RefundPaid(
        UUID refundId,
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        Money settledAmount,
        String rate,
        Mode mode,
        String channel,
        String gatewayReference,
        UUID invoiceId,
        Money taxShare,
        List<ReversedInvoice> invoices,
        Money unappliedAmount,
        UUID memoId,
        Money memoAmount,
        UUID creditId,
        Money creditAmount,
        String reasonCode,
        String reason,
        String requestedBy,
        String approver,
        LocalDate valueDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.refund.paid.v1";

    /** refund.mode. */
    public enum Mode {
        REOPEN_RECEIVABLE,
        REVERSE_REVENUE
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return refundId.toString();
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
