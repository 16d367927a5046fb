package io.counterfoil.order.reversal;

import io.counterfoil.common.step.Step;
import io.counterfoil.common.step.StepHandler;
import io.counterfoil.common.step.StepOutcome;
import io.counterfoil.order.billing.Billing;
import io.counterfoil.order.billing.BillingJson.Memo;
import io.counterfoil.order.billing.BillingJson.Refund;
import io.counterfoil.order.billing.BillingJson.RefundToPay;
import io.counterfoil.order.reversal.ReversalJson.Document;
import io.counterfoil.order.reversal.ReversalJson.RefundBy;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Has billing-service pay back what a return's credit memo owes. */
@Dependent
class PayBack implements StepHandler {

    static final String KIND = "pay-back";

    private final LookUpReversal lookUp;
    private final ReversalPath path;
    private final Billing billing;

    @Inject
    PayBack(LookUpReversal lookUp, ReversalPath path, Billing billing) {
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
        Document memo = reversal.refundable();
        if (reversal.state() != ReversalState.REFUNDING || memo == null) {
            return StepOutcome.done(() -> {});
        }
        RefundBy by = reversal.wanted().refund();
        Memo owed = reversal.round().isEmpty()
                ? billing.oweBack("reversal-" + id + "-owed", memo.documentId())
                : billing.memo(memo.documentId());
        Refund refund = billing.refund(
                "reversal-" + id + reversal.round(),
                new RefundToPay(
                        by.paymentId(),
                        memo.documentId(),
                        owed.settlement().toRefund(),
                        by.channel(),
                        "RETURN",
                        reversal.wanted().reason()));
        return StepOutcome.done(
                () -> path.refunded(id, new Document(refund.refundId(), "REFUND", refund.amount(), false)));
    }

    @Override
    public void waived(Step step) {
        path.giveUp(step.payloadAs(ReversalStep.class).reversalId(), "not paid back: given up by two people");
    }
}
