package io.counterfoil.billing.plan;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A tier without a bound that is not the last. */
public final class TierNotBounded extends Refusal {

    public TierNotBounded(String pointer) {
        super(
                422,
                TroubleClass.PRICE,
                pointer + " is missing, but another tier follows",
                "Only the last tier goes without upTo.");
    }
}
