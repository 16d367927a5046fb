package io.counterfoil.order.refusal;

import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.reversal.ReversalBook;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * What follows from a final refusal, in the caller's transaction. What is not billed is given up: billing-service ends what it
 * had planned. What is billed is compensated: subscriptions end, invoices are credited, entries reversed. Either way what was
 * put aside is free again, and the CRM is told.
 */
@Dependent
public class FinalRefusals {

    private final ProcessBook processes;
    private final ReversalBook reversals;

    @Inject
    FinalRefusals(ProcessBook processes, ReversalBook reversals) {
        this.processes = processes;
        this.reversals = reversals;
    }

    /** Takes an order back that is under way, and with it the other parts of its deal; one that has ended stays as it is. */
    public void takeBack(UUID orderId, String reason) {
        if (!processes.isUnderWay(orderId)) {
            return;
        }
        String why = "finally refused: " + reason;
        undo(orderId, why);
        processes.otherParts(orderId).forEach(part -> undo(part, why));
    }

    private void undo(UUID orderId, String why) {
        if (processes.isBilled(orderId)) {
            reversals.compensate(orderId, why);
        } else if (processes.isUnderWay(orderId)) {
            processes.giveUp(orderId, why);
        }
    }
}
