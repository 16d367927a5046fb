package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.UUID;

/** Bills what is due of one order; a hold on it is released. */
@UseCase
class BillOrder {

    private final Subscriptions subscriptions;
    private final BillDue billing;

    @Inject
    BillOrder(Subscriptions subscriptions, BillDue billing) {
        this.subscriptions = subscriptions;
        this.billing = billing;
    }

    void handle(UUID orderId) {
        subscriptions.hold(orderId, false);
        billing.bill(subscriptions.lock(orderId));
    }
}
