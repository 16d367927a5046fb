package io.counterfoil.billing.payment;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.UUID;

/** An attempt to collect money failed; nothing is applied. */
public record PaymentFailed(
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        String invoiceNumber,
        String gatewayReference,
        String reasonCode,
        String reason,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.payment.failed.v1";

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
