package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.order.OrderBook;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** The CRM has taken what it was shown, or need not be shown it any more; after the last of it the order is complete. */
@UseCase
class AcknowledgeWriteBack {

    private final Processes processes;
    private final OrderBook orders;
    private final NextStep next;
    private final BusinessClock clock;

    @Inject
    AcknowledgeWriteBack(Processes processes, OrderBook orders, NextStep next, BusinessClock clock) {
        this.processes = processes;
        this.orders = orders;
        this.next = next;
        this.clock = clock;
    }

    void handle(UUID orderId, DealStatus shown, String cause) {
        acknowledge(orderId, shown, cause);
    }

    /** The same for a set. */
    void handle(Map<UUID, DealStatus> shown, OrderSteps set, String cause) {
        processes.lock(shown.keySet());
        orders.lock(shown.keySet());
        set.each(shown, (orderId, status) -> acknowledge(orderId, status, cause));
    }

    private void acknowledge(UUID orderId, DealStatus shown, String cause) {
        QuoteToCash process = processes.forChange(orderId).orElseThrow();
        process.crm().acknowledged(shown);
        boolean showsOutcome = shown.postingStatus() != null;
        if (process.isAt(ProcessState.WRITING_BACK) && showsOutcome) {
            if (process.release(cause, clock.now())) {
                orders.release(orderId);
            }
            next.complete(process, cause);
        }
        next.tellCrm(process);
    }
}
