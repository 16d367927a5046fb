package io.counterfoil.order.customer;

import java.util.List;
import java.util.UUID;

/** Somebody above the buyer is suspended or closed: no new business with the family until that changes. */
public final class ParentNotActive extends FamilyNotInOrder {

    public ParentNotActive(String reason, UUID customerId, List<UUID> dependsOn) {
        super(
                reason,
                "Reinstate the parent, or end the relationship at customer-service; the order goes on by itself.",
                customerId,
                dependsOn);
    }
}
