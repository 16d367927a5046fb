package io.counterfoil.billing.voiding;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A part of the invoice was given up, and another part is settled or open. */
public final class PartIsWrittenOff extends Refusal {

    public PartIsWrittenOff(String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "A part of invoice " + invoiceNumber + " was written off",
                "Credit what is still open by a credit memo.");
    }
}
