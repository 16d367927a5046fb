package io.counterfoil.ledger.obligation;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Something was done to a performance obligation: held, resumed, delivered, modified, terminated. */
public record ObligationActed(
        UUID actId,
        UUID contractId,
        String performanceObligationId,
        String legalEntityId,
        UUID customerId,
        String kind,
        LocalDate effectiveDate,
        Long unitsDone,
        Long unitsAll,
        LocalDate newEnd,
        String reason,
        String decidedBy,
        Instant effectiveAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.ledger.obligation.acted.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return contractId.toString();
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
