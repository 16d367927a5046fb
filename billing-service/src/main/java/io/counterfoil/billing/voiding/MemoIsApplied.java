package io.counterfoil.billing.voiding;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A credit memo settles a part of the invoice. */
public final class MemoIsApplied extends Refusal {

    public MemoIsApplied(String invoiceNumber) {
        super(
                409,
                TroubleClass.CREDIT,
                "A credit memo settles invoice " + invoiceNumber + ", in whole or in part",
                "Void the credit memo first.");
    }
}
