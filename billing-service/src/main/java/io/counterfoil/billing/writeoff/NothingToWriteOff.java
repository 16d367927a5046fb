package io.counterfoil.billing.writeoff;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Nothing is open on the invoice, or it is proposed already. */
public final class NothingToWriteOff extends Refusal {

    public NothingToWriteOff(String invoiceNumber, String why) {
        super(
                409,
                TroubleClass.CREDIT,
                "Invoice " + invoiceNumber + " can't be written off: " + why,
                "Propose what is open, once.");
    }
}
