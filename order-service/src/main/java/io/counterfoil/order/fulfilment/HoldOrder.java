package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.order.HoldReason;
import io.counterfoil.order.order.OrderBook;
import jakarta.inject.Inject;
import java.util.UUID;

/** A step can't go on: the order is held with the exception that says why. */
@UseCase
class HoldOrder {

    private final Processes processes;
    private final OrderBook orders;
    private final NextStep next;
    private final Troubles troubles;
    private final BusinessClock clock;

    @Inject
    HoldOrder(Processes processes, OrderBook orders, NextStep next, Troubles troubles, BusinessClock clock) {
        this.processes = processes;
        this.orders = orders;
        this.next = next;
        this.troubles = troubles;
        this.clock = clock;
    }

    void handle(UUID orderId, Refusal refusal, UUID exceptionId) {
        handle(orderId, HoldReason.of(refusal, troubles.byId(exceptionId)));
    }

    void handle(UUID orderId, HoldReason why) {
        processes
                .forChange(orderId)
                .filter(process -> !process.state().isFinal())
                .ifPresent(process -> {
                    process.hold(why, clock.now());
                    orders.hold(orderId, why);
                    next.tellCrm(process);
                });
    }
}
