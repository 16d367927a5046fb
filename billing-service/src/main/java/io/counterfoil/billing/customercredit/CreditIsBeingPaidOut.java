package io.counterfoil.billing.customercredit;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** A part of the credit is on its way to the customer. */
public final class CreditIsBeingPaidOut extends Refusal {

    public CreditIsBeingPaidOut(UUID creditId) {
        super(
                409,
                TroubleClass.CREDIT,
                "Credit " + creditId + " is being paid to the customer",
                "Wait until the refund is paid, or refuse it.");
    }
}
