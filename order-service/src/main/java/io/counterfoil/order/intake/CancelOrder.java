package io.counterfoil.order.intake;

import io.counterfoil.common.UseCase;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.order.OrderJson;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes an order back before it is billed; its process ends with it, and billing ends what it had planned. */
@UseCase
class CancelOrder {

    private final ProcessBook processes;
    private final OrderBook orders;

    @Inject
    CancelOrder(ProcessBook processes, OrderBook orders) {
        this.processes = processes;
        this.orders = orders;
    }

    OrderJson handle(UUID orderId, String reason) {
        processes.giveUp(orderId, reason);
        return orders.show(orderId);
    }
}
