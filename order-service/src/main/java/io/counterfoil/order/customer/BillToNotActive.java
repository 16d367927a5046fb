package io.counterfoil.order.customer;

import java.util.List;
import java.util.UUID;

/** Who is to pay for the buyer is suspended or closed. */
public final class BillToNotActive extends FamilyNotInOrder {

    public BillToNotActive(String reason, UUID customerId, List<UUID> dependsOn) {
        super(
                reason,
                "Reinstate who pays, or name another one to bill at customer-service; the order goes on by itself.",
                customerId,
                dependsOn);
    }
}
