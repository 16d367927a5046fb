package io.counterfoil.order.customer;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Who is to pay for the buyer is suspended or closed. */
public final class BillToNotActive extends Refusal {

    public BillToNotActive(String reason) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                reason,
                "Reinstate who pays, or name another one to bill at customer-service, then replay.");
    }
}
