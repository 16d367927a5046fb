package io.counterfoil.common.money;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A calculation whose result is more than can be kept: about 92 quadrillion minor units. */
public final class AmountTooLarge extends Refusal {

    private static final long serialVersionUID = 1L;

    public AmountTooLarge(String currency) {
        super(
                422,
                TroubleClass.SCHEMA,
                "An amount in " + currency + " becomes larger than can be kept",
                "Check quantities and prices; no real amount is that large.");
    }
}
