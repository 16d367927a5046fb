package io.counterfoil.order.reversal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** A second person authorises a return, or does not. */
@UseCase
class DecideReturn {

    private final Reversals reversals;
    private final ReversalPath path;

    @Inject
    DecideReturn(Reversals reversals, ReversalPath path) {
        this.reversals = reversals;
        this.path = path;
    }

    ReversalJson.View handle(UUID reversalId, boolean authorised) {
        Reversal reversal = reversals.forChange(reversalId);
        if (reversal.state() != ReversalState.REQUESTED) {
            throw new IllegalMove("Return " + reversal.reversalNumber(), reversal.state(), "be decided", List.of());
        }
        Correlation business = Correlation.current().continuing(reversal.correlationId());
        Correlation.within(business, () -> {
            reversal.decided(authorised, Correlation.current().actor());
            path.decided(reversal);
        });
        return reversals.changed(reversal);
    }
}
