package io.counterfoil.billing.amendment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A plan was to go before the day of another change that concerns it. */
public final class LaterChangeConcerned extends Refusal {

    public LaterChangeConcerned(String number, String planId, LocalDate wanted, LocalDate later) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "A change of plan " + planId + " of subscription " + number + " on " + later
                        + " is recorded; the plan can't go on " + wanted,
                "Take that change back first, or choose a later date.");
    }
}
