package io.counterfoil.billing.payout;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The bank sent a payout back to the gateway, which holds the money for the legal entity again. */
public record PayoutFailed(
        UUID payoutId,
        String legalEntityId,
        String currency,
        Money amount,
        String channel,
        String gatewayReference,
        LocalDate valueDate,
        String reasonCode,
        String reason,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.payout.failed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return payoutId.toString();
    }

    @Override
    public String partitionKey() {
        return payoutId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
