package io.counterfoil.order.dispute;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.step.Steps;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.posting.Postings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** The moves of a dispute and what follows from each, in the caller's transaction. */
@Dependent
class DisputePath {

    private final Disputes disputes;
    private final Journeys journeys;
    private final Postings postings;
    private final Steps steps;

    @Inject
    DisputePath(Disputes disputes, Journeys journeys, Postings postings, Steps steps) {
        this.disputes = disputes;
        this.journeys = journeys;
        this.postings = postings;
        this.steps = steps;
    }

    void begin(Dispute dispute) {
        disputes.add(dispute);
        journeys.begin(ProcessKind.DISPUTE, dispute.disputeId(), dispute.reason());
        schedule(OpenAtBilling.KIND, dispute);
    }

    /** It was opened at billing-service itself: nothing is left to be opened there. */
    void adopt(Dispute held) {
        disputes.add(held);
        journeys.begin(ProcessKind.DISPUTE, held.disputeId(), held.reason());
        moved(held, "opened at billing");
    }

    /** billing-service holds the amount out of dunning. */
    void held(UUID disputeId, UUID billingId, Money amount) {
        Dispute dispute = disputes.forChange(disputeId);
        if (dispute.state() == DisputeState.OPENING) {
            to(dispute.held(billingId, amount), "held by billing");
        }
    }

    void refused(UUID disputeId, String why) {
        Dispute dispute = disputes.forChange(disputeId);
        if (dispute.state() == DisputeState.OPENING) {
            to(dispute.reached(DisputeState.REFUSED, why), why);
        }
    }

    /** Another person has decided. */
    void decided(Dispute dispute) {
        to(dispute, "decided by " + dispute.decidedBy());
        schedule(DecideAtBilling.KIND, dispute);
    }

    /** billing-service has credited the amount. */
    void credited(UUID disputeId, UUID memo) {
        Dispute dispute = disputes.forChange(disputeId);
        if (dispute.state() != DisputeState.CREDITING) {
            return;
        }
        Dispute credited = dispute.credited(memo);
        boolean posted = postings.await(memo, ProcessKind.DISPUTE, disputeId);
        to(posted ? credited.reached(DisputeState.ACCEPTED, null) : credited, "credited by billing");
    }

    void posted(UUID disputeId) {
        Dispute dispute = disputes.forChange(disputeId);
        if (dispute.state() == DisputeState.AWAITING_POSTING) {
            to(dispute.reached(DisputeState.ACCEPTED, null), "posted");
        }
    }

    /** Dunning goes on. */
    void rejected(UUID disputeId) {
        Dispute dispute = disputes.forChange(disputeId);
        if (dispute.state() == DisputeState.REJECTING) {
            to(dispute.reached(DisputeState.REJECTED, null), "dunning goes on");
        }
    }

    /** Somebody has decided at billing-service itself. */
    void decidedElsewhere(Dispute dispute, boolean accepted) {
        if (dispute.state() == DisputeState.OPEN) {
            to(
                    dispute.reached(accepted ? DisputeState.ACCEPTED : DisputeState.REJECTED, "decided at billing"),
                    "decided at billing");
        }
    }

    private void to(Dispute next, String cause) {
        disputes.write(next);
        moved(next, cause);
    }

    private void moved(Dispute dispute, String cause) {
        journeys.move(ProcessKind.DISPUTE, dispute.disputeId(), dispute.state().name(), cause);
    }

    private void schedule(String kind, Dispute dispute) {
        steps.schedule(kind, dispute.disputeId().toString(), new DisputeStep(dispute.disputeId()));
    }
}
