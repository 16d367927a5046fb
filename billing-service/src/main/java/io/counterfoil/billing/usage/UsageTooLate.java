package io.counterfoil.billing.usage;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** Usage of a period that lies beyond the look-back: kept, but a person decides whether it is still billed. */
public final class UsageTooLate extends Refusal {

    public UsageTooLate(UUID subscriptionId, String meterId, int records) {
        super(
                409,
                TroubleClass.PERIOD_CLOSED,
                records + " usage records of meter " + meterId + " of subscription " + subscriptionId
                        + " belong to periods beyond the look-back",
                "Replay to bill them with the open period, or waive them.");
    }
}
