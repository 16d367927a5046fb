package io.counterfoil.billing.voiding;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Money was applied to the invoice. */
public final class CashIsApplied extends Refusal {

    public CashIsApplied(String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "Invoice " + invoiceNumber + " is paid, in whole or in part",
                "Take the money back first (refund, or apply it elsewhere), or write a credit memo.");
    }
}
