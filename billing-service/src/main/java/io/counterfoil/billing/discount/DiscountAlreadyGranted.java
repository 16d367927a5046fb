package io.counterfoil.billing.discount;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.trouble.TroubleClass;
import java.util.UUID;

/** A subscription has each discount once. */
public final class DiscountAlreadyGranted extends Refusal {

    public DiscountAlreadyGranted(UUID subscriptionId, String discountId) {
        super(
                409,
                TroubleClass.DUPLICATE_CONFLICT,
                "Subscription " + subscriptionId + " has the discount " + discountId + " already",
                "Give another discount another id.");
    }
}
