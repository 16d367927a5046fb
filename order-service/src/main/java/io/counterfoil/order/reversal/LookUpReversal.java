package io.counterfoil.order.reversal;

import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** A reversal as it stands now, for a step: read in a transaction of its own, for outside of one an older reading may be kept. */
@UseCase
class LookUpReversal {

    private final Reversals reversals;

    @Inject
    LookUpReversal(Reversals reversals) {
        this.reversals = reversals;
    }

    Reversal handle(UUID reversalId) {
        return reversals.get(reversalId);
    }
}
