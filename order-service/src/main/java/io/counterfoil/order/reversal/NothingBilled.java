package io.counterfoil.order.reversal;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** What was never promised or billed is cancelled as an order, not taken back. */
public final class NothingBilled extends Refusal {

    public NothingBilled(String orderId) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Nothing of order " + orderId + " was billed",
                "Cancel the order by POST /v1/orders/{orderId}/cancellation.");
    }
}
