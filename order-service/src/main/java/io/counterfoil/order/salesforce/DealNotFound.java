package io.counterfoil.order.salesforce;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;

/** The opportunity of a notification is not there, or our user may not see it. */
public final class DealNotFound extends Refusal {

    public DealNotFound(String recordId) {
        super(
                422,
                TroubleClass.MASTER_DATA,
                "Salesforce has no opportunity " + recordId + " that we may see",
                "Restore the opportunity or share it with our user, then replay; or cancel the order.");
    }
}
