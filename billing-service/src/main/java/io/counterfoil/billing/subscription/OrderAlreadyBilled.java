package io.counterfoil.billing.subscription;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** An order was cancelled of which something is billed already. */
public final class OrderAlreadyBilled extends Refusal {

    public OrderAlreadyBilled(String orderNumber) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Order " + orderNumber + " is billed already, at least in part; its cancellation needs a credit memo",
                "Decide on a credit with the customer, then waive this exception.");
    }
}
