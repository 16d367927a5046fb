package io.counterfoil.order.acceptance;

import io.counterfoil.order.customer.KnownCustomer;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * A bean that is asked before an order whose buyer is known and whose credit is good becomes a contract, in that transaction.
 * It refuses, which holds the order; or it lets it pass; or it begins what must come first, and has the order go on later.
 */
public interface AcceptanceGate {

    /** Gates with lower numbers are asked first. */
    int place();

    /** Of many orders those that don't pass without being asked for one by one; that are all, unless a gate knows better. */
    default Set<UUID> asking(Collection<UUID> orderIds) {
        return Set.copyOf(orderIds);
    }

    /** True when the order may pass. Asked again it must give the same answer without doing anything twice. */
    boolean isOpen(UUID orderId, KnownCustomer customer);
}
