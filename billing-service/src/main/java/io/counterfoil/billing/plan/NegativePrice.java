package io.counterfoil.billing.plan;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A price, fee, size or minimum below zero. */
public final class NegativePrice extends Refusal {

    public NegativePrice(String pointer) {
        super(
                422,
                TroubleClass.PRICE,
                pointer + " is below zero",
                "Prices are zero or more; what is taken off is a discount.");
    }
}
