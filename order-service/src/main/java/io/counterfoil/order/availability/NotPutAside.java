package io.counterfoil.order.availability;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** More is to be shipped than is put aside for the order. */
public final class NotPutAside extends Refusal {

    public NotPutAside(String detail) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                detail,
                "Ship at most what /v1/stock-allocations shows as allocated for the line.");
    }
}
