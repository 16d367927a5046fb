package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.time.BusinessClock;
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
    private final BusinessClock clock;

    @Inject
    HoldOrder(Processes processes, OrderBook orders, NextStep next, BusinessClock clock) {
        this.processes = processes;
        this.orders = orders;
        this.next = next;
        this.clock = clock;
    }

    void handle(UUID orderId, Refusal refusal, UUID exceptionId) {
        handle(
                orderId,
                new HoldReason(
                        refusal.code(),
                        refusal.getMessage(),
                        refusal.trouble().owner(),
                        refusal.remedy(),
                        exceptionId));
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
