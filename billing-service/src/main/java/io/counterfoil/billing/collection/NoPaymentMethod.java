package io.counterfoil.billing.collection;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** Without a stored method nothing can be collected. */
public final class NoPaymentMethod extends Refusal {

    public NoPaymentMethod(UUID customerId) {
        super(
                409,
                TroubleClass.CREDIT,
                "Customer " + customerId + " has stored no payment method",
                "Store one, or ask the customer to pay.");
    }
}
