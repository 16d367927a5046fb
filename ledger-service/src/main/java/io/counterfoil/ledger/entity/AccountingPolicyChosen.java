package io.counterfoil.ledger.entity;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** Where the rules of accounting leave a choice, a legal entity has chosen, from a day on. */
public record AccountingPolicyChosen(
        String legalEntityId,
        String name,
        String value,
        LocalDate validFrom,
        long version,
        String decidedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.accounting-policy.chosen.v1";

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
