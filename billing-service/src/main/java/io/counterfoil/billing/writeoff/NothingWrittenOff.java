package io.counterfoil.billing.writeoff;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Nothing was given up of the invoice. */
public final class NothingWrittenOff extends Refusal {

    public NothingWrittenOff(String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "Nothing is written off of invoice " + invoiceNumber,
                "Apply the payment to the invoice instead.");
    }
}
