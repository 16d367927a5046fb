package io.counterfoil.warehouse.drift;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.UUID;

/** Two sides disagree about a document: said once, until it is resolved. */
public record DriftDetected(
        UUID driftId,
        UUID runId,
        Pair pair,
        String kind,
        String documentId,
        String documentNumber,
        String legalEntityId,
        String currency,
        DriftSide left,
        DriftSide right,
        Money difference,
        long position,
        Instant detectedAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.warehouse.drift.detected.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return driftId.toString();
    }

    @Override
    public String partitionKey() {
        return driftId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
