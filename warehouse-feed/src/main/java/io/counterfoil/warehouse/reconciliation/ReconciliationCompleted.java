package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import io.counterfoil.warehouse.drift.Pair;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The sides were compared at one position of billing's history. */
public record ReconciliationCompleted(
        UUID runId,
        Trigger trigger,
        long position,
        Instant startedAt,
        Instant completedAt,
        long documentsCompared,
        long driftDocuments,
        List<PairOutcome> pairs)
        implements Fact {

    public static final String TYPE = "io.counterfoil.warehouse.reconciliation.completed.v1";

    /** What came out for one pair; drift is the sum of absolute differences, by currency. */
    public record PairOutcome(Pair pair, long documents, long driftDocuments, List<Money> drift) {}

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return runId.toString();
    }

    @Override
    public String partitionKey() {
        return runId.toString();
    }
}
