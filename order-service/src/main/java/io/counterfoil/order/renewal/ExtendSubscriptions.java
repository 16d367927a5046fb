package io.counterfoil.order.renewal;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.Subscription;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Has billing-service extend every subscription of an order that ends with the term, from its end on. */
@Dependent
class ExtendSubscriptions implements StepHandler {

    static final String KIND = "extend-subscriptions";

    private final LookUpRenewal lookUp;
    private final RenewalPath path;
    private final Billing billing;

    @Inject
    ExtendSubscriptions(LookUpRenewal lookUp, RenewalPath path, Billing billing) {
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
        UUID id = step.payloadAs(RenewalStep.class).renewalId();
        Renewal renewal = lookUp.handle(id).renewal();
        if (renewal.state() != RenewalState.RENEWING) {
            return StepOutcome.done(() -> {});
        }
        for (Subscription one : billing.subscriptions(renewal.orderId())) {
            boolean endsWithTerm = renewal.periodStart().equals(one.endDate());
            if (one.runs() && (endsWithTerm || step.attempts() > 1)) {
                billing.change(one.subscriptionId(), "renewal-" + id, extension(renewal));
            }
        }
        return StepOutcome.done(() -> path.renewed(id));
    }

    private static Change extension(Renewal renewal) {
        return new Change(
                "RENEW",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                renewal.termMonths(),
                null,
                renewal.upliftPercent(),
                "renewal " + renewal.renewalNumber());
    }
}
