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

    private final LookUpProcess lookUp;
    private final Crms crms;
    private final TakeDeal takeDeal;
    private final HoldOrder holdOrder;

    @Inject
    FetchOpportunity(LookUpProcess lookUp, Crms crms, TakeDeal takeDeal, HoldOrder holdOrder) {
        this.lookUp = lookUp;
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
        LookUpProcess.Snapshot process = lookUp.handle(orderId);
        if (process.at() != ProcessState.FETCHING) {
            return StepOutcome.done(() -> {});
        }
        Deal deal =
                crms.of(process.reference().system()).read(process.reference().id());
        return StepOutcome.done(() -> takeDeal.handle(orderId, deal));
    }

    @Override
    public void parked(Step step, Refusal reason, UUID exceptionId) {
        holdOrder.handle(step.payloadAs(OrderStep.class).orderId(), reason, exceptionId);
    }
}
