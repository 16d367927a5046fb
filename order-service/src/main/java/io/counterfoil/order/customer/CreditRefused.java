package io.counterfoil.order.customer;

import io.counterfoil.common.trouble.TroubleClass;
import java.util.List;
import java.util.UUID;

/** The customer may not owe that much; customer-service says why, with the figures. */
public final class CreditRefused extends HasToWait {

    public CreditRefused(String reasonCode, String reason, UUID customerId) {
        super(
                TroubleClass.CREDIT,
                "The credit check refuses (" + reasonCode + "): " + reason,
                "Have the customer pay or raise its limit; the order goes on by itself within minutes, at once when replayed.",
                customerId,
                List.of());
    }
}
