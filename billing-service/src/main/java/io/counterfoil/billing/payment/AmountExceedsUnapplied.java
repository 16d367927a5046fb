package io.counterfoil.billing.payment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** More than is left of a payment, or nothing at all, was to be applied. */
public final class AmountExceedsUnapplied extends Refusal {

    public AmountExceedsUnapplied(UUID paymentId, Money amount, Money unapplied) {
        super(
                409,
                TroubleClass.CREDIT,
                amount + " can't be applied out of payment " + paymentId + ", of which " + unapplied + " is unapplied",
                "Apply an amount above zero and up to what is unapplied.");
    }
}
