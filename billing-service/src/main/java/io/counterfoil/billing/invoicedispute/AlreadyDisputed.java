package io.counterfoil.billing.invoicedispute;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** An amount of the invoice is disputed already. */
public final class AlreadyDisputed extends Refusal {

    public AlreadyDisputed(String invoiceNumber) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Invoice " + invoiceNumber + " is disputed already",
                "Decide the open dispute first.");
    }
}
