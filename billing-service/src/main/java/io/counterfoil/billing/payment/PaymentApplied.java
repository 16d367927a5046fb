package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.InvoiceState;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Part of a payment settles an invoice: at once ({@code fromUnapplied} false) or out of unapplied cash. */
public record PaymentApplied(
        UUID applicationId,
        UUID paymentId,
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        Money openAmount,
        InvoiceState invoiceState,
        boolean fromUnapplied,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Money discountTaken,
        Money difference)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.payment.applied.v1";

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
        return customerId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
