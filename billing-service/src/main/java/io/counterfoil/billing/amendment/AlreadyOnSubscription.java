package io.counterfoil.billing.amendment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A plan was to be added that the subscription has. */
public final class AlreadyOnSubscription extends Refusal {

    public AlreadyOnSubscription(String number, String planId) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Subscription " + number + " has plan " + planId + " already",
                "Change its quantity, or subscribe to the plan a second time.");
    }
}
