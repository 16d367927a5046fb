package io.counterfoil.billing.amendment;

import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A change that is recorded for a later day would not find the plan that it concerns. */
public final class LaterChangeConcerned extends Refusal {

    public LaterChangeConcerned(String number, ChangeKind later, LocalDate on, LocalDate wanted) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "The change " + later + " of subscription " + number + ", recorded for " + on
                        + ", concerns a plan as it stands without what is wanted on " + wanted,
                "Take that change back first, or choose a later date.");
    }
}
