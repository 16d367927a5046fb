package io.counterfoil.billing.billingrun;

import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Bills what is due of one agreement, unless it is held. */
@UseCase
class BillOrder {

    private final Subscriptions subscriptions;
    private final BillDue billing;

    @Inject
    BillOrder(Subscriptions subscriptions, BillDue billing) {
        this.subscriptions = subscriptions;
        this.billing = billing;
    }

    void handle(UUID agreementId) {
        List<Account> locked = subscriptions.lock(agreementId);
        if (!subscriptions.isHeld(agreementId)) {
            billing.bill(locked);
        }
    }
}
