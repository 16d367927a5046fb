package io.counterfoil.billing.document;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Who asked for it wants to approve it, too. */
public final class SecondPersonRequired extends Refusal {

    public SecondPersonRequired(String what, String maker) {
        super(
                409,
                TroubleClass.CREDIT,
                what + " was asked for by " + maker + ", who can't approve it",
                "Let somebody else approve it.");
    }
}
