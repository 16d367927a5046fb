package io.counterfoil.order.reversal;

import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.posting.DocumentPosted;
import io.counterfoil.order.posting.DocumentRefused;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;

/** Moves reversals on by what the ledger has posted, and holds those whose documents will never be posted. */
@Dependent
class FollowReversals {

    private final ReversalPath path;

    @Inject
    FollowReversals(ReversalPath path) {
        this.path = path;
    }

    void posted(@Observes DocumentPosted posted) {
        if (isReversal(posted.process())) {
            path.posted(posted.journeyId(), posted.documentId());
        }
    }

    void refused(@Observes DocumentRefused refused) {
        if (isReversal(refused.process())) {
            path.refused(refused.journeyId(), refused.documentId(), refused.reason());
        }
    }

    private static boolean isReversal(ProcessKind process) {
        return Arrays.stream(ReversalKind.values()).anyMatch(kind -> kind.process() == process);
    }
}
