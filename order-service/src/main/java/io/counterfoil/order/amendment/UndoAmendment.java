package io.counterfoil.order.amendment;

import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.RefusedByBilling;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Has billing-service take an amendment back, by what has become of the change there: one whose day has not come never comes, one
 * in effect gets its opposite, and what an attempt before did is not done again. A refusal is an exception: somebody must make
 * it possible.
 */
@Dependent
class UndoAmendment implements StepHandler {

    static final String KIND = "undo-amendment";

    /** What billing-service says of a change whose day has come. */
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
        UUID id = step.payloadAs(AmendmentStep.class).amendmentId();
        Amendment amendment = lookUp.handle(id);
        if (amendment.state() != AmendmentState.COMPENSATING) {
            return StepOutcome.done(() -> {});
        }
        List<Changed> history = billing.changes(amendment.subscriptionId());
        Changed change = find(history, id).orElseThrow(() -> new NotFound("change", id));
        return switch (change.state()) {
            case "TAKEN_BACK" -> StepOutcome.done(() -> path.takenBack(id, null));
            case "SCHEDULED" -> neverComes(amendment);
            default -> {
                Changed opposite = find(history, amendment.oppositeId()).orElseGet(() -> undone(amendment, change));
                yield StepOutcome.done(() -> path.takenBack(id, opposite.invoiceId()));
            }
        };
    }

    /** When its day comes between the look and the call, the next look sees that. */
    private StepOutcome neverComes(Amendment amendment) {
        UUID id = amendment.amendmentId();
        try {
            billing.takeBack(amendment.subscriptionId(), id);
            return StepOutcome.done(() -> path.takenBack(id, null));
        } catch (RefusedByBilling no) {
            if (IN_EFFECT.equals(no.reasonCode())) {
                return StepOutcome.retry("the day of amendment " + amendment.amendmentNumber() + " has come");
            }
            throw no;
        }
    }

    private Changed undone(Amendment amendment, Changed change) {
        return billing.change(
                amendment.subscriptionId(),
                "undo-amendment-" + amendment.amendmentId(),
                amendment.opposite(change.before()));
    }

    private static Optional<Changed> find(List<Changed> history, UUID changeId) {
        return history.stream().filter(one -> changeId.equals(one.changeId())).findFirst();
    }
}
