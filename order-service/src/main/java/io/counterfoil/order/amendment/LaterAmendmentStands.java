package io.counterfoil.order.amendment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The opposite of an amendment would undo another one too, which was asked for later and is in effect from the same day on. */
public final class LaterAmendmentStands extends Refusal {

    public LaterAmendmentStands(String number, String later) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Amendment " + number + " can't be taken back alone: " + later
                        + " was asked for later and changes the same from the same day on",
                "Take " + later + " back first; ask for it again afterwards.");
    }
}
