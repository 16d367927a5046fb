package io.counterfoil.order.fulfilment;

import io.counterfoil.order.acceptance.AcceptanceGate;
import io.counterfoil.order.customer.KnownCustomer;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** All gates that an order passes before it is accepted, in their order; the first that is closed is the last asked. */
@Dependent
class Gates {

    private final Instance<AcceptanceGate> gates;

    @Inject
    Gates(@Any Instance<AcceptanceGate> gates) {
        this.gates = gates;
    }

    /** Of the orders of a set those that any gate would look at. */
    Set<UUID> asking(Collection<UUID> orderIds) {
        Set<UUID> asking = new HashSet<>();
        gates.stream().forEach(gate -> asking.addAll(gate.asking(orderIds)));
        return asking;
    }

    boolean areOpen(UUID orderId, KnownCustomer customer) {
        return gates.stream()
                .sorted(Comparator.comparing(AcceptanceGate::place))
                .allMatch(gate -> gate.isOpen(orderId, customer));
    }
}
