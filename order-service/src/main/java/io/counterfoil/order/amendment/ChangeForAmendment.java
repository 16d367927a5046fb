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

/** Has billing-service change the subscription. The key is the amendment's, so that a repeat changes nothing more. */
@Dependent
class ChangeForAmendment implements StepHandler {

    static final String KIND = "change-for-amendment";

    private final Amendments amendments;
    private final LookUpAmendment lookUp;
    private final AmendmentPath path;
    private final Billing billing;

    @Inject
    ChangeForAmendment(Amendments amendments, LookUpAmendment lookUp, AmendmentPath path, Billing billing) {
        this.amendments = amendments;
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
        UUID id = step.payloadAs(AmendmentStep.class).amendmentId();
        Amendment amendment = lookUp.handle(id);
        if (amendment.state() != AmendmentState.CHANGING) {
            return StepOutcome.done(() -> {});
        }
        try {
            Changed change = billing.change(amendment.subscriptionId(), "amendment-" + id, amendment.wanted());
            return StepOutcome.done(() -> path.changed(id, change));
        } catch (RefusedByBilling no) {
            return StepOutcome.done(
                    () -> path.ended(amendments.forChange(id), AmendmentState.REFUSED, no.getMessage()));
        }
    }
}
