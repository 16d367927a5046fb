package io.counterfoil.order.dispute;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.HeldDispute;
import io.counterfoil.order.billing.BillingJson.Verdict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells billing-service what was decided: it credits, or has dunning go on. A refusal is an exception: a person must look. */
@Dependent
class DecideAtBilling implements StepHandler {

    static final String KIND = "decide-dispute-at-billing";

    private final LookUpDispute lookUp;
    private final DisputePath path;
    private final Billing billing;

    @Inject
    DecideAtBilling(LookUpDispute lookUp, DisputePath path, Billing billing) {
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
        UUID id = step.payloadAs(DisputeStep.class).disputeId();
        Dispute dispute = lookUp.handle(id);
        if (dispute.state() == DisputeState.CREDITING) {
            HeldDispute decided =
                    billing.decide("dispute-decision-" + id, dispute.heldAs(), new Verdict("ACCEPT", dispute.note()));
            return StepOutcome.done(() -> path.credited(id, decided.creditMemoId()));
        }
        if (dispute.state() == DisputeState.REJECTING) {
            billing.decide("dispute-decision-" + id, dispute.heldAs(), new Verdict("REJECT", dispute.note()));
            return StepOutcome.done(() -> path.rejected(id));
        }
        return StepOutcome.done(() -> {});
    }
}
