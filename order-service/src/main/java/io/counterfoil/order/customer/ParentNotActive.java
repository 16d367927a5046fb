package io.counterfoil.order.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Somebody above the buyer is suspended or closed: no new business with the family until that changes. */
public final class ParentNotActive extends Refusal {

    public ParentNotActive(String reason) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                reason,
                "Reinstate the parent, or end the relationship at customer-service, then replay.");
    }
}
