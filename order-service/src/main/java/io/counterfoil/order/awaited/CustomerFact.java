package io.counterfoil.order.awaited;

import io.counterfoil.order.customer.CustomerReference;
import java.util.List;
import java.util.UUID;

/** What a fact of customer-service says that concerns orders which wait for the customer. */
record CustomerFact(UUID customerId, String state, List<CustomerReference> references) {

    CustomerFact {
        references = references == null ? List.of() : List.copyOf(references);
    }

    /** Whether orders that wait may be tried again. */
    boolean mayBuy() {
        return "ACTIVE".equals(state) || "PROSPECT".equals(state);
    }
}
