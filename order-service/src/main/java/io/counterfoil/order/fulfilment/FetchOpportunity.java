package io.counterfoil.order.fulfilment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.crm.Deal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Reads a won deal back from its CRM; what it says, and not the notification, is what the order is made of. */
@Dependent
class FetchOpportunity implements StepHandler {

    static final String KIND = "fetch-opportunity";

    private final Processes processes;
    private final Crms crms;
    private final TakeDeal takeDeal;
    private final HoldOrder holdOrder;

    @Inject
    FetchOpportunity(Processes processes, Crms crms, TakeDeal takeDeal, HoldOrder holdOrder) {
        this.processes = processes;
        this.crms = crms;
        this.takeDeal = takeDeal;
        this.holdOrder = holdOrder;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        UUID orderId = step.payloadAs(OrderStep.class).orderId();
        QuoteToCash process = processes.find(orderId).orElseThrow();
        if (!process.isAt(ProcessState.FETCHING)) {
            return StepOutcome.done(() -> {});
        }
        Deal deal = crms.of(process.externalReference().system())
                .read(process.externalReference().id());
        return StepOutcome.done(() -> takeDeal.handle(orderId, deal));
    }

    @Override
    public void parked(Step step, Refusal reason, UUID exceptionId) {
        holdOrder.handle(step.payloadAs(OrderStep.class).orderId(), reason, exceptionId);
    }
}
