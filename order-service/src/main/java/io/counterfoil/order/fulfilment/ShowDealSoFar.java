package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;

/** A deal whose first order has waited long enough for the other parts shows the CRM what there is of it. */
@UseCase
class ShowDealSoFar {

    private final Processes processes;
    private final NextStep next;
    private final BusinessClock clock;

    @Inject
    ShowDealSoFar(Processes processes, NextStep next, BusinessClock clock) {
        this.processes = processes;
        this.next = next;
        this.clock = clock;
    }

    /** False when there was nothing to show. */
    boolean handle() {
        Instant now = clock.now();
        return processes
                .keptBack()
                .filter(kept -> !now.isBefore(kept.until()))
                .flatMap(kept -> processes.forChange(kept.orderId()))
                .map(this::show)
                .orElse(false);
    }

    private boolean show(QuoteToCash first) {
        Correlation.within(Correlation.current().continuing(first.correlationId()), () -> next.tellCrm(first));
        return first.crm().isWriteDue();
    }
}
