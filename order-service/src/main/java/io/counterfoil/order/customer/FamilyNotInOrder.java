package io.counterfoil.order.customer;

import io.counterfoil.common.trouble.TroubleClass;
import java.util.List;
import java.util.UUID;

/** No new business within the buyer's family, or with whom it is billed to, until that changes; then the order goes on by itself. */
public abstract class FamilyNotInOrder extends HasToWait {

    FamilyNotInOrder(String reason, String remedy, UUID customerId, List<UUID> dependsOn) {
        super(TroubleClass.MASTER_DATA, reason, remedy, customerId, dependsOn);
    }
}
