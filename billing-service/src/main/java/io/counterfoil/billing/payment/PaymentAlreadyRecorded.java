package io.counterfoil.billing.payment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Money with this reference was recorded before. */
public final class PaymentAlreadyRecorded extends Refusal {

    public PaymentAlreadyRecorded(String channel, String reference) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "A payment with the reference " + reference + " came through " + channel + " before",
                "Look at that payment; give another reference when it is other money.");
    }
}
