package io.counterfoil.order.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** By its parents the buyer stands above itself: nobody can say whose limits hold. */
public final class HierarchyCircle extends Refusal {

    public HierarchyCircle(String reason) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                reason,
                "End one of the relationships that close the circle at customer-service, then replay.");
    }
}
