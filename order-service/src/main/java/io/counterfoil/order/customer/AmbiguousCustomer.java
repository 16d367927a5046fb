package io.counterfoil.order.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** More than one customer may be meant; a person must say which. */
public final class AmbiguousCustomer extends Refusal {

    public AmbiguousCustomer(String detail) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "The buyer can't be told for certain: " + detail,
                "Decide the match review at customer-service (/v1/match-reviews); the order goes on by itself.");
    }
}
