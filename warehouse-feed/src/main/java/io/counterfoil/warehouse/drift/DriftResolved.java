package io.counterfoil.warehouse.drift;

import io.counterfoil.common.event.Fact;
import java.time.Instant;
import java.util.UUID;

/** The two sides agree about the document again. */
public record DriftResolved(
        UUID driftId,
        UUID runId,
        Pair pair,
        String kind,
        String documentId,
        String documentNumber,
        String legalEntityId,
        String currency,
        long position,
        Instant detectedAt,
        Instant resolvedAt)
        implements Fact {

    public static final String TYPE = "io.counterfoil.warehouse.drift.resolved.v1";

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
