package io.counterfoil.order.reversal;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.billing.BillingJson.Changed;
import io.counterfoil.order.billing.BillingJson.Subscription;
import io.counterfoil.order.billing.RefusedByBilling;
import io.counterfoil.order.reversal.ReversalJson.Document;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has billing-service end the subscriptions of an order; what was billed of days that are not served goes back with it. */
@Dependent
class EndSubscriptions implements StepHandler {

    static final String KIND = "end-subscriptions";

    private final LookUpReversal lookUp;
    private final ReversalPath path;
    private final Billing billing;

    @Inject
    EndSubscriptions(LookUpReversal lookUp, ReversalPath path, Billing billing) {
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
        UUID id = step.payloadAs(ReversalStep.class).reversalId();
        Reversal reversal = lookUp.handle(id);
        if (reversal.state() != ReversalState.ENDING) {
            return StepOutcome.done(() -> {});
        }
        List<Document> documents = new ArrayList<>();
        for (Subscription one : billing.subscriptions(reversal.orderId())) {
            end(reversal, one)
                    .map(Changed::invoiceId)
                    .ifPresent(invoice -> documents.add(new Document(invoice, "INVOICE", null, false)));
        }
        return StepOutcome.done(() -> path.ended(id, documents));
    }

    @Override
    public void waived(Step step) {
        path.giveUp(step.payloadAs(ReversalStep.class).reversalId(), "not all is ended: given up by two people");
    }

    /**
     * What is over by its day is asked for all the same: who ended it in an earlier attempt is answered again by the key. Refused,
     * it has ended without us, and there is nothing to do.
     */
    private Optional<Changed> end(Reversal reversal, Subscription one) {
        Change ending = ending(reversal, one);
        try {
            return Optional.of(billing.change(one.subscriptionId(), "reversal-" + reversal.reversalId(), ending));
        } catch (RefusedByBilling no) {
            if (one.servesNothingFrom(ending.effectiveDate())) {
                return Optional.empty();
            }
            throw no;
        }
    }

    private static Change ending(Reversal reversal, Subscription one) {
        LocalDate day = reversal.kind() == ReversalKind.COMPENSATION
                        || reversal.effectiveDate().isBefore(one.startDate())
                ? one.startDate()
                : reversal.effectiveDate();
        return new Change(
                "CANCEL",
                null,
                day,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                reversal.wanted().reason());
    }
}
