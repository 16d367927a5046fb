package io.counterfoil.billing.dispute;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A gateway tells of a payment that never came. */
public final class PaymentUnknown extends Refusal {

    public PaymentUnknown(String channel, String reference) {
        super(
                409,
                TroubleClass.DOWNSTREAM_REFUSED,
                "No settled payment " + reference + " came through " + channel,
                "When the payment was recorded, replay; else ask the gateway what it is.");
    }
}
