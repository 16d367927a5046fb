package io.counterfoil.order.salesforce;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** Salesforce does not accept what we ask; asking again without a change would not help. */
public final class RefusedBySalesforce extends Refusal {

    public RefusedBySalesforce(int status, String detail) {
        super(
                422,
                TroubleClass.DOWNSTREAM_REFUSED,
                "Salesforce answered " + status + ": " + detail,
                "Correct the record, the field or the permission in Salesforce, then replay.");
    }
}
