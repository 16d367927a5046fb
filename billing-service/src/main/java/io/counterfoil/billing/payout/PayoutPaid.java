package io.counterfoil.billing.payout;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** A gateway paid money that it held for a legal entity to its bank; negative where it took some back. */
public record PayoutPaid(
        UUID payoutId,
        String legalEntityId,
        String currency,
        Money amount,
        String channel,
        String gatewayReference,
        LocalDate valueDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.payout.paid.v1";

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
