package io.counterfoil.billing.rating;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A quantity below zero where only units that are there can be sold or used. */
public final class NegativeQuantity extends Refusal {

    public NegativeQuantity(String pointer) {
        super(
                422,
                TroubleClass.PRICE,
                pointer + " is below zero",
                "Give what is used, zero or more; take something back with credit.");
    }
}
