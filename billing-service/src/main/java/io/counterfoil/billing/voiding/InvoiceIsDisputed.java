package io.counterfoil.billing.voiding;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** What the customer disputes is decided first. */
public final class InvoiceIsDisputed extends Refusal {

    public InvoiceIsDisputed(String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "Invoice " + invoiceNumber + " is disputed, and nobody has decided",
                "Decide the dispute first.");
    }
}
