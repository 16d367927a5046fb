package io.counterfoil.billing.amendment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A change was to come into effect when its subscription is over. */
public final class ChangeAfterEnd extends Refusal {

    public ChangeAfterEnd(String number, LocalDate wanted, LocalDate end) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Subscription " + number + " ends on " + end + "; it can't change on " + wanted,
                "Choose an earlier date, or renew it first.");
    }
}
