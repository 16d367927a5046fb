package io.counterfoil.order.amendment;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Changed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Has billing-service take an amendment back. A refusal is an exception: somebody must make it possible. */
@Dependent
class UndoAmendment implements StepHandler {

    static final String KIND = "undo-amendment";

    private final LookUpAmendment lookUp;
    private final AmendmentPath path;
    private final Billing billing;

    @Inject
    UndoAmendment(LookUpAmendment lookUp, AmendmentPath path, Billing billing) {
        this.lookUp = lookUp;
        this.path = path;
        this.billing = billing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public StepOutcome run(Step step) {
        Undo undo = step.payloadAs(Undo.class);
        UUID id = undo.amendmentId();
        Amendment amendment = lookUp.handle(id);
        if (amendment.state() != AmendmentState.COMPENSATING) {
            return StepOutcome.done(() -> {});
        }
        Changed taken = undo.scheduled()
                ? billing.takeBack(amendment.subscriptionId(), id)
                : billing.change(amendment.subscriptionId(), "undo-amendment-" + id, amendment.opposite());
        return StepOutcome.done(() -> path.takenBack(id, undo.scheduled() ? null : taken.invoiceId()));
    }

    /** What is taken back: one that is in effect, or one whose day has not come. */
    record Undo(UUID amendmentId, boolean scheduled) {}
}
