package io.counterfoil.billing.plan;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A last tier with a bound: what lies above it would have no price. */
public final class LastTierBounded extends Refusal {

    public LastTierBounded(String pointer) {
        super(
                422,
                TroubleClass.PRICE,
                pointer + " is the bound of the last tier, so what lies above it would have no price",
                "Leave upTo of the last tier out.");
    }
}
