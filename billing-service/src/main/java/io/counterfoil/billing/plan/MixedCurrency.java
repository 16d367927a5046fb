package io.counterfoil.billing.plan;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A plan whose parts have no currency in common, so that it can't be sold in any. */
public final class MixedCurrency extends Refusal {

    public MixedCurrency(String pointer) {
        super(
                422,
                TroubleClass.PRICE,
                pointer + " is in a currency in which not every charge of the plan has a price",
                "Give every charge, minimum and discount the same currencies.");
    }
}
