package io.counterfoil.billing.payment;

import io.counterfoil.billing.document.ReversedApplication;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Settled money went back: the bank or the gateway returned the payment. */
public record PaymentReturned(
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        Money settledAmount,
        String rate,
        String channel,
        LocalDate valueDate,
        String gatewayReference,
        String reasonCode,
        String reason,
        List<ReversedApplication> applications,
        Money unappliedAmount,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.payment.returned.v1";

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
