package io.counterfoil.order.amendment;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.ChangePreview;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.billing.RefusedByBilling;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Asks billing-service what an amendment would bill. What it refuses ends the amendment: nothing was changed. */
@Dependent
class PreviewAmendment implements StepHandler {

    static final String KIND = "preview-amendment";

    private final Amendments amendments;
    private final LookUpAmendment lookUp;
    private final AmendmentPath path;
    private final Billing billing;

    @Inject
    PreviewAmendment(Amendments amendments, LookUpAmendment lookUp, AmendmentPath path, Billing billing) {
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
        if (amendment.state() != AmendmentState.PREVIEWING) {
            return StepOutcome.done(() -> {});
        }
        Optional<Subscription> subscription = billing.subscriptions(amendment.orderId()).stream()
                .filter(one -> amendment.lineId().equals(one.lineId()))
                .filter(Subscription::runs)
                .findFirst();
        if (subscription.isEmpty()) {
            return refused(id, "The line has no subscription that runs");
        }
        try {
            ChangePreview said = billing.preview(subscription.get().subscriptionId(), amendment.wanted());
            return StepOutcome.done(() -> path.previewed(id, subscription.get(), said));
        } catch (RefusedByBilling no) {
            return refused(id, no.getMessage());
        }
    }

    private StepOutcome refused(UUID id, String why) {
        return StepOutcome.done(() -> path.ended(amendments.forChange(id), AmendmentState.REFUSED, why));
    }
}
