package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.warehouse.drift.Finding;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All that one reconciliation saw, before it is kept. */
record Observed(
        UUID runId,
        Trigger trigger,
        String requestedBy,
        Instant startedAt,
        Positions positions,
        long archiveHead,
        List<Total> totals,
        List<Finding> findings,
        ArchiveCheck.Result archive,
        long documentsCompared) {

    /** How far each side was; what is compared is what all of them have. */
    record Positions(long billing, long ledger, long warehouse) {
        long common() {
            return Math.min(billing, Math.min(ledger, warehouse));
        }
    }
}
