package io.counterfoil.billing.amendment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A plan was named that the subscription does not have. */
public final class NotOnSubscription extends Refusal {

    public NotOnSubscription(String number, String planId) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Subscription " + number + " has no charges of plan " + planId,
                "Name a plan that it has; GET it with its changes to see them.");
    }
}
