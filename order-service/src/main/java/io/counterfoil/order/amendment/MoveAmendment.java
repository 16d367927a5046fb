package io.counterfoil.order.amendment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody confirms an amendment, withdraws it, or has it taken back. */
@UseCase
class MoveAmendment {

    private static final Set<AmendmentState> DONE =
            EnumSet.of(AmendmentState.SCHEDULED, AmendmentState.AWAITING_POSTING, AmendmentState.COMPLETED);

    private final Amendments amendments;
    private final AmendmentPath path;

    @Inject
    MoveAmendment(Amendments amendments, AmendmentPath path) {
        this.amendments = amendments;
        this.path = path;
    }

    AmendmentJson.View handle(UUID amendmentId, Wish wish, String reason) {
        Amendment amendment = amendments.forChange(amendmentId);
        boolean legal = wish == Wish.COMPENSATE
                ? DONE.contains(amendment.state())
                : amendment.state() == AmendmentState.AWAITING_CONFIRMATION;
        if (!legal) {
            throw new IllegalMove("Amendment " + amendment.amendmentNumber(), amendment.state(), wish.words, List.of());
        }
        if (wish == Wish.COMPENSATE && amendment.state() != AmendmentState.SCHEDULED) {
            amendments.standingOver(amendment).ifPresent(later -> {
                throw new LaterAmendmentStands(amendment.amendmentNumber(), later);
            });
        }
        Correlation business = Correlation.current().continuing(amendment.correlationId());
        Correlation.within(business, () -> move(amendment, wish, reason));
        return amendments.changed(amendment);
    }

    private void move(Amendment amendment, Wish wish, String reason) {
        switch (wish) {
            case CONFIRM -> path.confirmed(amendment, Correlation.current().actor());
            case WITHDRAW -> path.ended(amendment, AmendmentState.WITHDRAWN, reason);
            case COMPENSATE -> path.compensate(amendment, reason);
        }
    }

    /** What somebody wants. */
    enum Wish {
        CONFIRM("be confirmed"),
        WITHDRAW("be withdrawn"),
        COMPENSATE("be taken back");

        private final String words;

        Wish(String words) {
            this.words = words;
        }
    }
}
