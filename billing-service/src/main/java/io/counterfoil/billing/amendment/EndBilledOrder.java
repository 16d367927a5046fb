package io.counterfoil.billing.amendment;

import io.counterfoil.billing.subscription.OrderCancelled;
import io.counterfoil.billing.subscription.Subscription;
import io.counterfoil.billing.subscription.SubscriptionState;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Ends the subscriptions of an order that was cancelled after something of it was billed: what was billed of days that are
 * not served is taken back, and what is not billed never will be.
 */
@Dependent
class EndBilledOrder implements EventHandler {

    private final Subscriptions subscriptions;
    private final Amendments amendments;
    private final GiveBackOnce giveBack;

    @Inject
    EndBilledOrder(Subscriptions subscriptions, Amendments amendments, GiveBackOnce giveBack) {
        this.giveBack = giveBack;
        this.subscriptions = subscriptions;
        this.amendments = amendments;
    }

    @Override
    public Set<String> types() {
        return Set.of(OrderCancelled.TYPE);
    }

    @Override
    public void handle(Envelope event) {
        OrderCancelled order = event.dataAs(OrderCancelled.class);
        subscriptions.lock(order.orderId()).stream().filter(Account::isBilled).forEach(account -> end(account, order));
    }

    private void end(Account account, OrderCancelled order) {
        subscriptions.dropUnbilled(account);
        account.subscriptions().stream()
                .filter(EndBilledOrder::isRunning)
                .map(Subscription::subscriptionId)
                .forEach(id -> amendments.end(id, order.effectiveDate(), order.reason()));
        giveBack.handle(account);
    }

    private static boolean isRunning(Subscription subscription) {
        return subscription.state() != SubscriptionState.CANCELLED && subscription.state() != SubscriptionState.EXPIRED;
    }
}
