package io.counterfoil.billing.plan;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A tier that ends before, or where, the one before it ends. */
public final class TiersOverlap extends Refusal {

    public TiersOverlap(String pointer) {
        super(
                422,
                TroubleClass.PRICE,
                pointer + " does not end above the tier before it",
                "Give tiers in their order, each upTo above the one before.");
    }
}
