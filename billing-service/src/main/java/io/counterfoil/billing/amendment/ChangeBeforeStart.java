package io.counterfoil.billing.amendment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A change was to come into effect before the first day of its subscription. */
public final class ChangeBeforeStart extends Refusal {

    public ChangeBeforeStart(String number, LocalDate wanted, LocalDate start) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Subscription " + number + " begins on " + start + "; it can't change on " + wanted,
                "Choose a date from " + start + " on.");
    }
}
