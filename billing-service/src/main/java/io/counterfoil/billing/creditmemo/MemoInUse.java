package io.counterfoil.billing.creditmemo;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A credit memo can't be voided, because what it gave was used. */
public final class MemoInUse extends Refusal {

    public MemoInUse(String number, String use) {
        super(
                409,
                TroubleClass.CREDIT,
                "Credit memo " + number + " can't be voided: " + use,
                "Take the use back first, or issue an invoice.");
    }
}
