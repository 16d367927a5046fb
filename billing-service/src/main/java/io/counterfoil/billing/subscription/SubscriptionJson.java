package io.counterfoil.billing.subscription;

import io.counterfoil.billing.rating.BillingPeriod;
import java.time.LocalDate;
import java.util.UUID;

/** Subscriptions on the wire. */
public final class SubscriptionJson {

    private SubscriptionJson() {}

    /** A subscription. */
    public record SubscriptionView(
            UUID subscriptionId,
            String subscriptionNumber,
            UUID orderId,
            UUID lineId,
            String productId,
            String planId,
            int planVersion,
            LocalDate startDate,
            LocalDate endDate,
            String quantity,
            String unitPrice,
            BillingPeriod billingPeriod,
            SubscriptionState state) {

        static SubscriptionView of(Subscription s) {
            return new SubscriptionView(
                    s.subscriptionId(),
                    s.number(),
                    s.agreementId(),
                    s.lineId(),
                    s.productId(),
                    s.planId(),
                    s.planVersion(),
                    s.startDate(),
                    s.endDate(),
                    s.quantity().value().toPlainString(),
                    s.unitPrice().value().toPlainString(),
                    s.billingPeriod(),
                    s.state());
        }
    }
}
