package io.counterfoil.billing.usage;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** A meter that has counted can't count in another way: what was rated would change. */
public final class MeterInUse extends Refusal {

    public MeterInUse(String meterId) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "Meter " + meterId + " has usage records, so its aggregation stays",
                "Publish a new meter, and a version of the plan that uses it.");
    }
}
