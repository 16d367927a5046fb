package io.counterfoil.order.approval;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Nobody approves a quote of their own. */
public final class OwnQuote extends Refusal {

    public OwnQuote(String quoteNumber, String person) {
        super(
                409,
                TroubleClass.PRICE,
                "Quote " + quoteNumber + " was made by " + person + ", who can't decide on it",
                "Let two others decide.");
    }
}
