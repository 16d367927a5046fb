package io.counterfoil.order.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The customer is suspended or closed: no new business until that changes. */
public final class CustomerMayNotBuy extends Refusal {

    public CustomerMayNotBuy(String customerNumber, String state) {
        super(
                422,
                TroubleClass.CREDIT,
                "Customer " + customerNumber + " is " + state + " and may not buy",
                "Reinstate the customer at customer-service, then replay.");
    }
}
