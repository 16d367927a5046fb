package io.counterfoil.order.reversal;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A document that a reversal waited for will never be posted; a person says whether it is asked for again. */
public final class TurnedDownInBilling extends Refusal {

    public TurnedDownInBilling(String number, String why) {
        super(
                409,
                TroubleClass.CREDIT,
                number + " can't go on: " + why,
                "Find out why with billing; replay asks for it again. Waived, it is given up; what was credited stays credited.");
    }
}
