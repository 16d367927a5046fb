package io.counterfoil.ledger.period;

import io.counterfoil.common.event.Fact;
import java.time.Instant;

/** A closed month was opened again, by two people; in one sub-ledger, where one is named. */
public record PeriodReopened(
        String legalEntityId,
        String month,
        String subLedger,
        String requestedBy,
        String reopenedBy,
        String reason,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.period.reopened.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return legalEntityId + "/" + month + (subLedger == null ? "" : "/" + subLedger);
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
