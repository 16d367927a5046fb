package io.counterfoil.ledger.revenue;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.util.UUID;

/** How revenue is recognised was decided anew, for what is invoiced from now on. */
public record RevenuePolicyDecided(
        UUID policyId,
        String legalEntityId,
        String productId,
        String method,
        String remainder,
        String decidedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.revenue-policy.decided.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return legalEntityId;
    }

    @Override
    public String partitionKey() {
        return legalEntityId;
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
