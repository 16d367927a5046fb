package io.counterfoil.ledger.period;

import io.counterfoil.common.event.Fact;
import java.time.Instant;

/** A closed month was opened again, by two people. */
public record PeriodReopened(
        String legalEntityId, String month, String requestedBy, String reopenedBy, String reason, Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.period.reopened.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return legalEntityId + "/" + month;
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
