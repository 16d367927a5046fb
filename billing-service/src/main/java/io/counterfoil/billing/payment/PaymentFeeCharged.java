package io.counterfoil.billing.payment;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The gateway or the bank took a fee that no other event carries. */
public record PaymentFeeCharged(
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        UUID feeId,
        Money amount,
        Kind kind,
        String channel,
        String gatewayReference,
        LocalDate valueDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.payment.fee-charged.v1";

    /** What it was taken for. */
    public enum Kind {
        PROCESSING,
        REFUND,
        DISPUTE,
        RETURN
    }

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
