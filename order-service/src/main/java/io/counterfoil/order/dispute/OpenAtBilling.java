package io.counterfoil.order.dispute;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Claim;
import io.counterfoil.order.billing.BillingJson.HeldDispute;
import io.counterfoil.order.billing.RefusedByBilling;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Has billing-service hold a disputed amount out of dunning. */
@Dependent
class OpenAtBilling implements StepHandler {

    static final String KIND = "open-dispute-at-billing";

    private final LookUpDispute lookUp;
    private final DisputePath path;
    private final Billing billing;

    @Inject
    OpenAtBilling(LookUpDispute lookUp, DisputePath path, Billing billing) {
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
        if (dispute.state() != DisputeState.OPENING) {
            return StepOutcome.done(() -> {});
        }
        try {
            HeldDispute held = billing.dispute(
                    "dispute-" + id,
                    new Claim(
                            dispute.invoiceId(),
                            dispute.amount() == null
                                    ? billing.invoice(dispute.invoiceId()).openAmount()
                                    : dispute.amount(),
                            dispute.reasonCode(),
                            dispute.reason()));
            return StepOutcome.done(() -> path.held(id, held.disputeId(), held.amount()));
        } catch (RefusedByBilling no) {
            return StepOutcome.done(() -> path.refused(id, no.getMessage()));
        }
    }
}
