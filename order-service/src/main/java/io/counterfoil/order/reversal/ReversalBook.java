package io.counterfoil.order.reversal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** How other processes have an order taken back, in the caller's transaction. */
@Dependent
public class ReversalBook {

    private final Reversals reversals;
    private final AskForReversal ask;

    @Inject
    ReversalBook(Reversals reversals, AskForReversal ask) {
        this.reversals = reversals;
        this.ask = ask;
    }

    /** All that was billed of an order goes back, unless it is going back already, or two people gave that up. */
    public void compensate(UUID orderId, String reason) {
        if (!reversals.isKnown(orderId)) {
            ask.handle(new ReversalJson.Request(
                    orderId, ReversalKind.COMPENSATION, null, null, null, null, ReversalJson.shortened(reason)));
        }
    }
}
