package io.counterfoil.billing.dunning;

import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Takes up again what was suspended and is paid now. */
@UseCase
class ReinstateSubscriptions {

    private final DunningCases cases;
    private final DunningTrail trail;
    private final Suspension suspension;

    @Inject
    ReinstateSubscriptions(DunningCases cases, DunningTrail trail, Suspension suspension) {
        this.cases = cases;
        this.trail = trail;
        this.suspension = suspension;
    }

    /** False when there is none. */
    boolean handle(int size) {
        List<UUID> agreements = cases.reinstatable(size);
        if (agreements.isEmpty()) {
            return false;
        }
        List<DunningCase> suspended = cases.suspended(agreements);
        cases.reinstated(agreements);
        trail.moved(
                suspended,
                cases.byInvoices(suspended.stream().map(DunningCase::invoiceId).toList()));
        suspension.resume(agreements);
        return true;
    }
}
