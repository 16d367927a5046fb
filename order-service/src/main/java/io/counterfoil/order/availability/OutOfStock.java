package io.counterfoil.order.availability;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** There is not enough of a product, and it may not be back-ordered. */
public final class OutOfStock extends Refusal {

    public OutOfStock(String productId, long wanted, long free) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                wanted + " of " + productId + " are wanted, " + Math.max(0, free) + " are free",
                "The order goes on by itself when enough has come in; or allow back-orders of the product.");
    }
}
