package io.counterfoil.billing.payment;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A payment is known, but its money is not here yet. */
public record PaymentReceived(
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        String channel,
        String gatewayReference,
        UUID invoiceId,
        String invoiceNumber,
        int attempt,
        State state,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.payment.received.v1";

    /** UNKNOWN: the gateway gave no answer; no new attempt before it was asked. */
    public enum State {
        PENDING,
        UNKNOWN
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
