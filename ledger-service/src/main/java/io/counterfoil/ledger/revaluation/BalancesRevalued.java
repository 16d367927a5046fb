package io.counterfoil.ledger.revaluation;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.time.LocalDate;

/** The foreign balances of a legal entity were valued as of a day; the entries are told by {@code journal.posted}. */
public record BalancesRevalued(
        String legalEntityId, LocalDate date, String policy, String decidedBy, Instant effectiveAt) implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.balances.revalued.v1";

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
