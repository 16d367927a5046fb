package io.counterfoil.order.intake;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.order.order.ExternalReference;

/** There is an order for the caller's own id already. */
public final class OrderAlreadyPlaced extends Refusal {

    public OrderAlreadyPlaced(ExternalReference reference) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "There is an order for " + reference.system() + "/" + reference.id() + " already",
                "Look it up with ?externalId=" + reference.id() + ", or send another externalReference.");
    }
}
