package io.counterfoil.billing.plan;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A charge has list prices, but none in the currency of the order. */
public final class PriceMissing extends Refusal {

    public PriceMissing(String planId, String chargeId, String currency) {
        super(
                409,
                TroubleClass.PRICE,
                "Charge " + chargeId + " of plan " + planId + " has no price in " + currency,
                "Publish a version of the plan with that price, then replay.");
    }
}
