package io.counterfoil.order.reversal;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** An order is taken back as a whole once. */
public final class AlreadyTakenBack extends Refusal {

    public AlreadyTakenBack(String number) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "The order is being taken back or was, by " + number,
                "See where that one is; there is nothing left to take back.");
    }
}
