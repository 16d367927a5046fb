package io.counterfoil.billing.gateway;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trouble.TroubleClass;

/** The gateway can't move an amount that is so fine. */
public final class FinerThanGateway extends Refusal {

    public FinerThanGateway(Money amount) {
        super(
                422,
                TroubleClass.DOWNSTREAM_REFUSED,
                "The gateway can't move " + amount + ": it is finer than it or the card networks allow",
                "Choose an amount whose last decimal is zero, or pay outside the gateway.");
    }
}
