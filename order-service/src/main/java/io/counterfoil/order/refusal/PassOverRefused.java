package io.counterfoil.order.refusal;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.refusal.TakeBackRefused.CannotTakeBack;
import jakarta.inject.Inject;

/** Opens an exception for an order that can't be taken back; the others pass it for a while, at every replica. */
@UseCase
class PassOverRefused {

    private final StuckOrders stuck;

    @Inject
    PassOverRefused(StuckOrders stuck) {
        this.stuck = stuck;
    }

    void handle(CannotTakeBack one) {
        stuck.add(one);
    }
}
