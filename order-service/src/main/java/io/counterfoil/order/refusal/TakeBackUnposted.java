package io.counterfoil.order.refusal;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.refusal.TakeBackRefused.CannotTakeBack;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes one order back whose invoice the ledger gave up. */
@UseCase
class TakeBackUnposted {

    private final UnpostedInvoices unposted;
    private final FinalRefusals refusals;
    private final StuckOrders stuck;

    @Inject
    TakeBackUnposted(UnpostedInvoices unposted, FinalRefusals refusals, StuckOrders stuck) {
        this.unposted = unposted;
        this.refusals = refusals;
        this.stuck = stuck;
    }

    /** False when there is none. */
    boolean handle() {
        Optional<RefusalRules.Refused> found = unposted.take();
        found.ifPresent(
                one -> Correlation.within(Correlation.current().continuing(one.correlationId()), () -> takeBack(one)));
        return found.isPresent();
    }

    private void takeBack(RefusalRules.Refused one) {
        try {
            refusals.takeBack(one.orderId(), one.reason());
            stuck.moves(one.orderId());
        } catch (Refusal why) {
            throw new CannotTakeBack(one, why);
        }
    }
}
