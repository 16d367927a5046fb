package io.counterfoil.billing.creditmemo;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;

/** More was to be settled by a credit memo than it owes. */
public final class AmountExceedsMemo extends Refusal {

    public AmountExceedsMemo(String number, Money amount, Money open) {
        super(
                409,
                TroubleClass.CREDIT,
                amount + " can't be settled by credit memo " + number + ", which owes " + open,
                "Settle an amount above zero and up to what it owes.");
    }
}
