package io.counterfoil.billing.payment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** More was to go back than came in and is still here. */
public final class RefundExceedsPayment extends Refusal {

    public RefundExceedsPayment(UUID paymentId, Money amount, Money left) {
        super(
                409,
                TroubleClass.CREDIT,
                amount + " can't go back out of payment " + paymentId + ", of which " + left + " can",
                "Give back an amount above zero and up to what is left.");
    }
}
