package io.counterfoil.billing.amendment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** A subscription whose cancellation is recorded was to be cancelled or renewed. */
public final class AlreadyCancelled extends Refusal {

    public AlreadyCancelled(String number, LocalDate end) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Subscription " + number + " is cancelled from " + end + " on",
                "Take that cancellation back first, if it has not come into effect.");
    }
}
