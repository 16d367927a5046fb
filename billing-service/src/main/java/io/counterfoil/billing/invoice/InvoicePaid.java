package io.counterfoil.billing.invoice;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.UUID;

/** Nothing is open on the invoice any more. */
public record InvoicePaid(
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money payableAmount,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.invoice.paid.v1";

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
