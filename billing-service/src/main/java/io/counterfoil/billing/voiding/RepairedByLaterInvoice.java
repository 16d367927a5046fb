package io.counterfoil.billing.voiding;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A later invoice takes back a part of it. */
public final class RepairedByLaterInvoice extends Refusal {

    public RepairedByLaterInvoice(String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "A later invoice takes back a part of invoice " + invoiceNumber + "",
                "Void the later invoice first, or write a credit memo.");
    }
}
