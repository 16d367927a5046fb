package io.counterfoil.customer.hierarchy;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** A customer would stand above itself. */
public final class HierarchyLoop extends Refusal {

    HierarchyLoop(UUID customerId, UUID otherId) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "Customer " + customerId + " stands above " + otherId + " already, on that day or later",
                "End the relationship that leads from the one to the other first.");
    }
}
