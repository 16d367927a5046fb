package io.counterfoil.billing.payment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A payment of one customer or legal entity can't settle an invoice of another. */
public final class WrongOwner extends Refusal {

    public WrongOwner(String invoiceNumber, String what) {
        super(
                409,
                TroubleClass.CREDIT,
                "Invoice " + invoiceNumber + " belongs to another " + what + " than the payment",
                "Apply it to an invoice of the same " + what + ".");
    }
}
