package io.counterfoil.ledger.recognition;

import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps in the audit trail what becomes of a run by itself; who asked for one is kept by the request. */
@Dependent
class RunTrail {

    private final AuditTrail trail;

    @Inject
    RunTrail(AuditTrail trail) {
        this.trail = trail;
    }

    /** @param before null where there was none */
    void moved(RecognitionRun before, RecognitionRun after) {
        trail.keepOfTimer(() -> List.of(Audited.byClock(
                "recognition-run",
                after.id(),
                after.state().name().toLowerCase(java.util.Locale.ROOT),
                after.heldBecause(),
                before == null ? null : RecognitionRunJson.of(before),
                RecognitionRunJson.of(after))));
    }
}
