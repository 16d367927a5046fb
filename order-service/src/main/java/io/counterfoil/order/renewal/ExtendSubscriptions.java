package io.counterfoil.order.renewal;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.billing.RefusedByBilling;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/**
 * Has billing-service extend every subscription of an order that ends with the term, from its end on. What an earlier attempt
 * has extended does not end there any more.
 */
@Dependent
class ExtendSubscriptions implements StepHandler {

    static final String KIND = "extend-subscriptions";

    /** What billing-service says of a subscription that ends because somebody cancelled it. */
    private static final String CANCELLED = "already-cancelled";

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
        TermEnd found = TermEnd.of(renewal, billing.subscriptions(renewal.orderId()));
        return switch (found.finding()) {
            case EXTENDED -> StepOutcome.done(() -> path.renewed(id));
            case ENDING -> extended(renewal, found.ending());
            case ELSEWHERE -> StepOutcome.done(() -> path.termMoved(id, found.elsewhere()));
            case EXPIRED -> throw new ServiceHasStopped(renewal.renewalNumber(), renewal.periodStart());
            case OVER -> StepOutcome.done(() -> path.withdrawn(id, "nothing of the contract runs any more"));
        };
    }

    @Override
    public void waived(Step step) {
        path.withdrawn(step.payloadAs(RenewalStep.class).renewalId(), "its exception was waived");
    }

    /** What the customer has cancelled to the end of the term ends there; when that is all of it, so does the contract. */
    private StepOutcome extended(Renewal renewal, List<Subscription> ending) {
        int cancelled = 0;
        for (Subscription one : ending) {
            try {
                billing.change(one.subscriptionId(), "renewal-" + renewal.renewalId(), extension(renewal));
            } catch (RefusedByBilling no) {
                if (!CANCELLED.equals(no.reasonCode())) {
                    throw no;
                }
                cancelled++;
            }
        }
        return cancelled < ending.size()
                ? StepOutcome.done(() -> path.renewed(renewal.renewalId()))
                : StepOutcome.done(() -> path.withdrawn(renewal.renewalId(), "cancelled to the end of its term"));
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
