package io.counterfoil.billing.payment;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Cash that had settled an invoice is taken off it and is unapplied cash again. */
public record PaymentUnapplied(
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        UUID applicationId,
        UUID invoiceId,
        String invoiceNumber,
        UUID orderId,
        UUID contractId,
        Integer contractVersion,
        Money amount,
        Money discountTaken,
        Money difference,
        Money openAmount,
        String invoiceState,
        Money unappliedAmount,
        String reasonCode,
        String reason,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.payment.unapplied.v1";

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
