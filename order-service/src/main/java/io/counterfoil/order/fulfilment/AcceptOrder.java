package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.order.OrderBook;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
        if (process.isAt(ProcessState.RESOLVING_CUSTOMER)) {
            orders.requireBuyer(orderId, customer); // before anything is begun for somebody who may not buy
            if (process.release("replayed", clock.now())) {
                orders.release(orderId);
            }
            if (gates.areOpen(orderId, customer)) { // else what comes first has begun, and has the order go on
                accept(process, customer);
            }
        }
    }

    /** The orders of a set; returns those that may not be bought by their customers, or that a gate asks for, unchanged. */
    Set<UUID> handle(Map<UUID, KnownCustomer> customers, OrderSteps set) {
        processes.lock(customers.keySet());
        orders.lock(customers.keySet());
        orders.expectContracts(customers.size());
        Set<UUID> left = new HashSet<>(gates.asking(customers.keySet()));
        set.each(customers, (orderId, customer) -> {
            QuoteToCash process = processes.forChange(orderId).orElseThrow();
            if (!process.isAt(ProcessState.RESOLVING_CUSTOMER)) {
                left.remove(orderId);
            } else if (process.state() == ProcessState.RESOLVING_CUSTOMER
                    && !left.contains(orderId)
                    && mayBuy(orderId, customer)) {
                accept(process, customer);
            } else {
                left.add(orderId);
            }
        });
        return left;
    }

    private boolean mayBuy(UUID orderId, KnownCustomer customer) {
        try {
            orders.requireBuyer(orderId, customer);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private void accept(QuoteToCash process, KnownCustomer customer) {
        OrderBook.Accepted accepted = orders.accept(process.orderId(), customer);
        process.accepted(accepted.lines(), accepted.startsLater(), clock.now());
        next.tellCrm(process);
    }
}
