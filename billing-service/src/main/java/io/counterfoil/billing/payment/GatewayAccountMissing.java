package io.counterfoil.billing.payment;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Nobody said which legal entity receives a currency through a gateway. */
public final class GatewayAccountMissing extends Refusal {

    public GatewayAccountMissing(String gateway, String currency) {
        super(
                409,
                TroubleClass.MAPPING,
                "No legal entity receives " + currency + " through " + gateway,
                "Publish it with PUT /v1/gateway-accounts/" + gateway + ", then replay.");
    }
}
