package io.counterfoil.billing.payment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A payment in one currency can't settle an invoice in another. */
public final class WrongCurrency extends Refusal {

    public WrongCurrency(String invoiceNumber, String ofInvoice, String ofPayment) {
        super(
                409,
                TroubleClass.CREDIT,
                "Invoice " + invoiceNumber + " is in " + ofInvoice + ", the payment in " + ofPayment,
                "Apply it to an invoice in " + ofPayment + ", or refund it.");
    }
}
