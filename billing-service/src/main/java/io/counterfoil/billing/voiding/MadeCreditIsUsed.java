package io.counterfoil.billing.voiding;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The credit that the invoice made is used already. */
public final class MadeCreditIsUsed extends Refusal {

    public MadeCreditIsUsed(String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "The credit that invoice " + invoiceNumber + " made is used",
                "Void first the invoices that used the credit.");
    }
}
