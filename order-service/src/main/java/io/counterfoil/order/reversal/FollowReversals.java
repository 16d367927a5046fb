package io.counterfoil.order.reversal;

import io.counterfoil.order.posting.DocumentPosted;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;

/** Moves reversals on by what the ledger has posted. */
@Dependent
class FollowReversals {

    private final ReversalPath path;

    @Inject
    FollowReversals(ReversalPath path) {
        this.path = path;
    }

    void posted(@Observes DocumentPosted posted) {
        if (Arrays.stream(ReversalKind.values()).anyMatch(kind -> kind.process() == posted.process())) {
            path.posted(posted.journeyId(), posted.documentId());
        }
    }
}
