package io.counterfoil.order.amendment;

import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** An amendment as it stands now, for a step: read in a transaction of its own, for outside of one an older reading may be kept. */
@UseCase
class LookUpAmendment {

    private final Amendments amendments;

    @Inject
    LookUpAmendment(Amendments amendments) {
        this.amendments = amendments;
    }

    Amendment handle(UUID amendmentId) {
        return amendments.get(amendmentId);
    }
}
