package io.counterfoil.order.partner;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The caller works for no partner that we know. */
public final class NoPartner extends Refusal {

    public NoPartner(String person) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                person + " is a member of no partner",
                "Have sales name you among the members of your partner (PUT /v1/partners/{partnerId}).");
    }
}
