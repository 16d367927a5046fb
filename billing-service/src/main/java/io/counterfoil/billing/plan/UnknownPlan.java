package io.counterfoil.billing.plan;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.time.LocalDate;

/** No version of the plan is valid on the day. */
public final class UnknownPlan extends Refusal {

    public UnknownPlan(String planId, LocalDate day) {
        super(
                409,
                TroubleClass.MASTER_DATA,
                "No version of plan " + planId + " is valid on " + day,
                "Publish it with PUT /v1/plans/" + planId + ", then replay.");
    }
}
