package io.counterfoil.order.customer;

import java.util.List;
import java.util.UUID;

/** By its parents the buyer stands above itself: nobody can say whose limits hold. */
public final class HierarchyCircle extends FamilyNotInOrder {

    public HierarchyCircle(String reason, UUID customerId, List<UUID> dependsOn) {
        super(
                reason,
                "End one of the relationships that close the circle at customer-service, or undo the merge; the order goes on by itself.",
                customerId,
                dependsOn);
    }
}
