package io.counterfoil.billing.plan;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A meter that does not exist. */
public final class UnknownMeter extends Refusal {

    public UnknownMeter(String meterId) {
        super(
                422,
                TroubleClass.MASTER_DATA,
                "There is no meter " + meterId,
                "Publish it with PUT /v1/meters/{id} first.");
    }
}
