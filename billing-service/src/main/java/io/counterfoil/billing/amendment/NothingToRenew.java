package io.counterfoil.billing.amendment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A subscription without a term was to be renewed, or its end was to be its date. */
public final class NothingToRenew extends Refusal {

    public NothingToRenew(String number) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Subscription " + number + " has no end",
                "It goes on until it is cancelled; give a date.");
    }
}
