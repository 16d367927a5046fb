package io.counterfoil.billing.writeoff;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;

/** More than was given up, or nothing at all, was to be recovered. */
public final class AmountExceedsWriteOff extends Refusal {

    public AmountExceedsWriteOff(Money amount, Money left) {
        super(
                409,
                TroubleClass.CREDIT,
                amount + " can't be recovered of " + left + " that is written off",
                "Name an amount above zero and up to what is written off.");
    }
}
