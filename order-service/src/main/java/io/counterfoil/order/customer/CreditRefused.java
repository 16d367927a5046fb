package io.counterfoil.order.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The customer may not owe that much; customer-service says why, with the figures. */
public final class CreditRefused extends Refusal {

    public CreditRefused(String reasonCode, String reason) {
        super(
                409,
                TroubleClass.CREDIT,
                "The credit check refuses (" + reasonCode + "): " + reason,
                "Have the customer pay or raise its limit, then replay.");
    }
}
