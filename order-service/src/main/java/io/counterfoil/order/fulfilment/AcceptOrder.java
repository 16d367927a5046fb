package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.order.OrderBook;
import jakarta.inject.Inject;
import java.util.UUID;

/** The customer is known: the order becomes a contract, and billing is told. */
@UseCase
class AcceptOrder {

    private final Processes processes;
    private final OrderBook orders;
    private final Gates gates;
    private final NextStep next;
    private final BusinessClock clock;

    @Inject
    AcceptOrder(Processes processes, OrderBook orders, Gates gates, NextStep next, BusinessClock clock) {
        this.processes = processes;
        this.orders = orders;
        this.gates = gates;
        this.next = next;
        this.clock = clock;
    }

    void handle(UUID orderId, KnownCustomer customer) {
        QuoteToCash process = processes.forChange(orderId).orElseThrow();
        if (!process.isAt(ProcessState.RESOLVING_CUSTOMER)) {
            return;
        }
        if (process.release("replayed", clock.now())) {
            orders.release(orderId);
        }
        if (!gates.areOpen(orderId, customer)) {
            return; // what comes first has begun, and has the order go on
        }
        OrderBook.Accepted accepted = orders.accept(orderId, customer);
        process.accepted(accepted.lines(), accepted.startsLater(), clock.now());
        next.tellCrm(process);
    }
}
