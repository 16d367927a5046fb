package io.counterfoil.order.reversal;

import io.counterfoil.common.http.Json;
import io.counterfoil.common.trouble.Replay;
import io.counterfoil.common.trouble.Trouble;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** A reversal that billing-service turned down is tried again, or given up by two people. */
@Dependent
class ReplayReversal implements Replay {

    private final ReversalPath path;

    @Inject
    ReplayReversal(ReversalPath path) {
        this.path = path;
    }

    @Override
    public boolean replays(String origin) {
        return ReversalPath.ORIGIN.equals(origin);
    }

    @Override
    public void replay(Trouble trouble) {
        path.tryAgain(Json.read(trouble.original(), ReversalStep.class).reversalId());
    }

    @Override
    public void waived(Trouble trouble) {
        path.giveUp(Json.read(trouble.original(), ReversalStep.class).reversalId(), "given up by two people");
    }
}
