package io.counterfoil.order.dispute;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.dispute.DisputeJson.Decision;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Another person accepts a dispute or rejects it. */
@UseCase
class DecideDispute {

    private final Disputes disputes;
    private final DisputePath path;

    @Inject
    DecideDispute(Disputes disputes, DisputePath path) {
        this.disputes = disputes;
        this.path = path;
    }

    DisputeJson.View handle(UUID disputeId, Decision decision) {
        decision.check();
        Dispute dispute = disputes.forChange(disputeId);
        if (dispute.state() != DisputeState.OPEN) {
            throw new IllegalMove("Dispute " + disputeId, dispute.state(), "be decided", List.of());
        }
        return Correlation.within(Correlation.current().continuing(dispute.correlationId()), () -> {
            Dispute decided = dispute.decided(
                    decision.accepted(), decision.note(), Correlation.current().actor());
            path.decided(decided);
            return disputes.show(decided);
        });
    }
}
