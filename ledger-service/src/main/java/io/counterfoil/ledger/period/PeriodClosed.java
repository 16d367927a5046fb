package io.counterfoil.ledger.period;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.util.List;

/** A month in the books of a legal entity was closed; in one of their sub-ledgers, where one is named. */
public record PeriodClosed(
        String legalEntityId,
        String month,
        String subLedger,
        String closedBy,
        List<Checklist.TieOut> tieOuts,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.period.closed.v1";

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
