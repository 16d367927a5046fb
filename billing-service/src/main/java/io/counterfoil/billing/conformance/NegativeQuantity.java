package io.counterfoil.billing.conformance;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A quantity below zero of something that is not priced unit by unit. */
public final class NegativeQuantity extends Refusal {

    public NegativeQuantity(String pointer) {
        super(
                422,
                TroubleClass.PRICE,
                pointer + " is below zero",
                "Give what is used, zero or more; take something back with credit.");
    }
}
