package io.counterfoil.billing.refund;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A refund could not be paid, or a second person refused it (reasonCode REJECTED); nothing moved. */
public record RefundFailed(
        UUID refundId,
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        String channel,
        String gatewayReference,
        String reasonCode,
        String reason,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.refund.failed.v1";

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
