package io.counterfoil.order.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** customer-service can't make a customer of what the channel says. */
public final class CustomerNotAccepted extends Refusal {

    public CustomerNotAccepted(int status, String detail) {
        super(
                422,
                TroubleClass.MASTER_DATA,
                "customer-service does not accept the buyer (" + status + "): " + detail,
                "Correct the account in the CRM or the customer in customer-service, then replay.");
    }
}
