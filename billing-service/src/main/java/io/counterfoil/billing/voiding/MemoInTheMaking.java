package io.counterfoil.billing.voiding;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A credit memo that nobody has decided holds a part of the invoice. */
public final class MemoInTheMaking extends Refusal {

    public MemoInTheMaking(String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "Invoice " + invoiceNumber + " is held by a credit memo that was not issued",
                "Approve or refuse the memo first.");
    }
}
