package io.counterfoil.billing.amendment;

import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A change that is in effect was to be taken back. */
public final class ChangeInEffect extends Refusal {

    public ChangeInEffect(String number, ChangeKind kind, Object state) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "The change " + kind + " of subscription " + number + " is " + state,
                "Record the opposite change; what follows is billed or credited.");
    }
}
