package io.counterfoil.billing.dispute;

import io.counterfoil.billing.document.ReversedInvoice;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The money of a disputed payment came back. */
public record DisputeWon(
        UUID disputeId,
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        Money settledAmount,
        String rate,
        ChargebackMode mode,
        String channel,
        String gatewayReference,
        UUID invoiceId,
        UUID memoId,
        Money taxShare,
        List<ReversedInvoice> invoices,
        Money unappliedAmount,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.dispute.won.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return paymentId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId == null ? subject() : customerId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
