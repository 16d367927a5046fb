package io.counterfoil.billing.payer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** Who pays for others can't be paid for itself. */
public final class PayerIsPaidFor extends Refusal {

    public PayerIsPaidFor(UUID customerId, UUID payerId) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "Customer " + payerId + " can't pay for " + customerId + ": one of them is part of another hierarchy",
                "Name a payer that pays for itself, for a customer that pays for nobody else.");
    }
}
