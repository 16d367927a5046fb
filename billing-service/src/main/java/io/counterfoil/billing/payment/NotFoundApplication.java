package io.counterfoil.billing.payment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** A payment has no such application, or it was taken back already. */
public final class NotFoundApplication extends Refusal {

    public NotFoundApplication(UUID applicationId) {
        super(
                404,
                TroubleClass.DUPLICATE_CONFLICT,
                "The payment has no application " + applicationId + " that still stands",
                "Read the payment; its applications say what was taken back.");
    }
}
