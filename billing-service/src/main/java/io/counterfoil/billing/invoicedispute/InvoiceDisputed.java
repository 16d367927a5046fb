package io.counterfoil.billing.invoicedispute;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The customer disputes an amount of the invoice; it is held out of dunning until that is decided. */
public record InvoiceDisputed(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        String orderNumber,
        UUID contractId,
        Integer contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        UUID disputeId,
        State state,
        Money amount,
        Money openAmount,
        String reasonCode,
        String reason,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.invoice.disputed.v1";

    /** Where the dispute stands. */
    public enum State {
        OPENED,
        ACCEPTED,
        REJECTED
    }

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
