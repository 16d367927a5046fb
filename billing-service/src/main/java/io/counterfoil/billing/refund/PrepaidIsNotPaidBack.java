package io.counterfoil.billing.refund;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** Credit that was bought was paid for by an invoice: that is what is taken back. */
public final class PrepaidIsNotPaidBack extends Refusal {

    public PrepaidIsNotPaidBack(UUID creditId) {
        super(
                409,
                TroubleClass.CREDIT,
                "Credit " + creditId + " was bought, it is not owed to the customer",
                "Credit the invoice that sold it, and refund that.");
    }
}
