package io.counterfoil.billing.collection;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** While nobody knows whether the money was taken, it is not asked for again. */
public final class OutcomeUnknown extends Refusal {

    public OutcomeUnknown(UUID attemptId) {
        super(
                409,
                TroubleClass.CREDIT,
                "Nobody knows what became of payment attempt " + attemptId + " of the invoice",
                "Have the gateway asked, or resolve the attempt by hand.");
    }
}
