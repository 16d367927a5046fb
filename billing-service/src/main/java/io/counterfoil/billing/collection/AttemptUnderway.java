package io.counterfoil.billing.collection;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** One attempt at a time. */
public final class AttemptUnderway extends Refusal {

    public AttemptUnderway(UUID attemptId) {
        super(
                409,
                TroubleClass.CREDIT,
                "Payment attempt " + attemptId + " of the invoice has not ended",
                "Wait until the gateway has told how it ends.");
    }
}
