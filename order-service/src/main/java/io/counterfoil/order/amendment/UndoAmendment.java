package io.counterfoil.order.amendment;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.RefusedByBilling;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Has billing-service take an amendment back. A refusal is an exception, somebody must make it possible; unless the subscription
 * itself was taken back meanwhile from before the amendment on: then nothing of it is left.
 */
@Dependent
class UndoAmendment implements StepHandler {

    static final String KIND = "undo-amendment";

    /** Its day has come before it could be taken back. */
    private static final String IN_EFFECT = "change-in-effect";

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
        Amendment amendment = lookUp.handle(undo.amendmentId());
        if (amendment.state() != AmendmentState.COMPENSATING) {
            return StepOutcome.done(() -> {});
        }
        try {
            return undo.scheduled() && isStopped(amendment) ? withoutTrace(amendment) : opposed(amendment);
        } catch (RefusedByBilling no) {
            if (isOver(amendment)) {
                return withoutTrace(amendment);
            }
            throw no;
        }
    }

    /** False where it came into effect before. */
    private boolean isStopped(Amendment amendment) {
        try {
            billing.takeBack(amendment.subscriptionId(), amendment.amendmentId());
            return true;
        } catch (RefusedByBilling no) {
            if (no.reasonCode().equals(IN_EFFECT)) {
                return false;
            }
            throw no;
        }
    }

    private StepOutcome opposed(Amendment amendment) {
        UUID id = amendment.amendmentId();
        Changed taken = billing.change(amendment.subscriptionId(), "undo-amendment-" + id, amendment.opposite());
        return StepOutcome.done(() -> path.takenBack(id, taken.invoiceId()));
    }

    private StepOutcome withoutTrace(Amendment amendment) {
        return StepOutcome.done(() -> path.leftNoTrace(amendment.amendmentId()));
    }

    private boolean isOver(Amendment amendment) {
        return billing.subscriptions(amendment.orderId()).stream()
                .filter(one -> one.subscriptionId().equals(amendment.subscriptionId()))
                .anyMatch(one -> one.isOverBy(amendment.effectiveDate()));
    }

    /** What is taken back: one that is in effect, or one whose day has not come. */
    record Undo(UUID amendmentId, boolean scheduled) {}
}
