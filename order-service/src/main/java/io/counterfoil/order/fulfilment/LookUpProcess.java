package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.crm.DealStatus;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.OrderBook;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a step needs to know before it calls another system. */
@UseCase
class LookUpProcess {

    private final Processes processes;
    private final OrderBook orders;
    private final BusinessClock clock;

    @Inject
    LookUpProcess(Processes processes, OrderBook orders, BusinessClock clock) {
        this.processes = processes;
        this.orders = orders;
        this.clock = clock;
    }

    Snapshot handle(UUID orderId) {
        QuoteToCash process = processes.find(orderId).orElseThrow();
        boolean valued = process.isAt(ProcessState.RESOLVING_CUSTOMER);
        return snapshot(process, valued ? orders.value(orderId).orElse(null) : null);
    }

    /** The same for the orders of a set, in a few questions. */
    Map<UUID, Snapshot> handle(Collection<UUID> orderIds) {
        List<QuoteToCash> found = processes.find(orderIds);
        Map<UUID, Money> values = orders.values(found.stream()
                .filter(process -> process.isAt(ProcessState.RESOLVING_CUSTOMER))
                .map(QuoteToCash::orderId)
                .toList());
        Map<UUID, Snapshot> snapshots = new HashMap<>();
        found.forEach(process -> snapshots.put(process.orderId(), snapshot(process, values.get(process.orderId()))));
        return snapshots;
    }

    private Snapshot snapshot(QuoteToCash process, Money value) {
        return new Snapshot(
                process.waiting().map(Waiting::heldFrom).orElse(process.state()),
                process.externalReference(),
                process.claim(),
                value,
                CrmView.of(process, processes.parts(process), clock.now()),
                process.crm().shown());
    }

    /**
     * A process at one moment.
     *
     * @param at its state, or that from which it is held
     * @param value what the order is worth, as long as its customer is not resolved; else null
     * @param toShow what the CRM should show now
     * @param shown what it is known to show
     */
    record Snapshot(
            ProcessState at,
            ExternalReference reference,
            CustomerClaim claim,
            Money value,
            DealStatus toShow,
            DealStatus shown) {}
}
