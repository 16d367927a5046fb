package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.order.ExternalReference;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * What a step needs to know before it calls another system. Read in a transaction of its own, because outside of one the
 * server may give a worker's thread what it has read earlier.
 */
@UseCase
class LookUpProcess {

    private final Processes processes;

    @Inject
    LookUpProcess(Processes processes) {
        this.processes = processes;
    }

    Snapshot handle(UUID orderId) {
        QuoteToCash process = processes.find(orderId).orElseThrow();
        ProcessState at = process.waiting().map(Waiting::heldFrom).orElse(process.state());
        return new Snapshot(
                at,
                process.externalReference(),
                process.claim(),
                CrmView.of(process),
                process.crm().shown());
    }

    /**
     * A process at one moment.
     *
     * @param at its state, or that from which it is held
     * @param toShow what the CRM should show now
     * @param shown what it is known to show
     */
    record Snapshot(
            ProcessState at, ExternalReference reference, CustomerClaim claim, DealStatus toShow, DealStatus shown) {}
}
