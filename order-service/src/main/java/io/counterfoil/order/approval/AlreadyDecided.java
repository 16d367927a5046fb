package io.counterfoil.order.approval;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** One person counts once. */
public final class AlreadyDecided extends Refusal {

    public AlreadyDecided(String quoteNumber, String person) {
        super(
                409,
                TroubleClass.PRICE,
                person + " has decided on quote " + quoteNumber + " already",
                "Let another person decide too.");
    }
}
