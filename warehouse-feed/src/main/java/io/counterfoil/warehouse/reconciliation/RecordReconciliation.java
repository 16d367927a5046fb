package io.counterfoil.warehouse.reconciliation;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.warehouse.drift.Drifts;
import io.counterfoil.warehouse.drift.Finding;
import io.counterfoil.warehouse.drift.Pair;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps what a reconciliation saw: new drift is opened and told, drift that is gone is resolved and told. A continuous run
 * with nothing new to say only confirms the run before.
 */
@UseCase
class RecordReconciliation {

    private final Reconciliations reconciliations;
    private final Drifts drifts;
    private final Outbox outbox;
    private final AuditTrail trail;

    @Inject
    RecordReconciliation(Reconciliations reconciliations, Drifts drifts, Outbox outbox, AuditTrail trail) {
        this.reconciliations = reconciliations;
        this.drifts = drifts;
        this.outbox = outbox;
        this.trail = trail;
    }

    /** Returns the run that says so: this one, or the earlier one that it confirms. */
    UUID handle(Observed seen) {
        reconciliations.oneAtATime();
        Map<Finding.Key, Drifts.Open> open = drifts.open();
        Map<Finding.Key, Finding> found = new LinkedHashMap<>();
        seen.findings().forEach(finding -> found.put(finding.key(), finding));
        List<Drifts.Open> gone = open.values().stream()
                .filter(drift -> !found.containsKey(drift.key()) && looked(seen, drift))
                .toList();
        List<Finding> fresh = found.values().stream()
                .filter(finding -> !open.containsKey(finding.key()))
                .toList();
        Instant now = SystemTime.now();
        if (seen.trigger() == Trigger.CONTINUOUS && fresh.isEmpty() && gone.isEmpty()) {
            UUID confirmed = reconciliations.confirm(seen.positions().common(), now);
            if (confirmed != null) {
                return confirmed;
            }
        }
        long remaining = open.size() - gone.size() + fresh.size();
        reconciliations.add(seen, remaining, now);
        found.values().stream()
                .filter(finding -> open.containsKey(finding.key()))
                .forEach(finding -> drifts.refresh(open.get(finding.key()), finding));
        fresh.forEach(finding ->
                outbox.publish(drifts.detect(seen.runId(), seen.positions().common(), finding, now)));
        gone.forEach(drift ->
                outbox.publish(drifts.resolve(seen.runId(), seen.positions().common(), drift, now)));
        outbox.publish(completed(seen, remaining, now));
        if (seen.trigger() == Trigger.REQUESTED) {
            String runId = seen.runId().toString();
            trail.keep(new Audited("reconciliation", runId, "created", Audited.API, null, null, null));
        }
        return seen.runId();
    }

    /** Only what was looked at can be gone; a continuous run looks at a part of the archive. */
    private static boolean looked(Observed seen, Drifts.Open drift) {
        return drift.key().pair() != Pair.ARCHIVE_WAREHOUSE || seen.archive().lookedAt(drift.archivePosition());
    }

    private ReconciliationCompleted completed(Observed seen, long remaining, Instant now) {
        return new ReconciliationCompleted(
                seen.runId(),
                seen.trigger(),
                seen.positions().common(),
                seen.startedAt(),
                now,
                seen.documentsCompared(),
                remaining,
                reconciliations.pairs(seen.runId()).stream()
                        .map(pair -> new ReconciliationCompleted.PairOutcome(
                                pair.pair(), pair.documents(), pair.driftDocuments(), pair.drift()))
                        .toList());
    }
}
