package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreements;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Ends the subscriptions of an order that was cancelled before anything of it was billed. */
@Dependent
class CancelSubscriptions implements EventHandler {

    private final Subscriptions subscriptions;
    private final Agreements agreements;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    CancelSubscriptions(Subscriptions subscriptions, Agreements agreements, Outbox outbox, BusinessClock clock) {
        this.subscriptions = subscriptions;
        this.agreements = agreements;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of(OrderCancelled.TYPE);
    }

    @Override
    public void handle(Envelope event) {
        OrderCancelled order = event.dataAs(OrderCancelled.class);
        List<Account> found = subscriptions.lock(order.orderId());
        if (found.isEmpty()) {
            agreements.rememberCancellation(order.orderId(), event.id());
        }
        found.stream().filter(account -> !account.isBilled()).forEach(account -> cancel(account, order));
    }

    private void cancel(Account account, OrderCancelled order) {
        Account cancelled = account.cancelled();
        subscriptions.billed(List.of(account), List.of(cancelled));
        cancelled.subscriptions().stream()
                .filter(subscription -> !account.subscriptions().contains(subscription))
                .forEach(subscription ->
                        outbox.publish(subscription.cancelled(account.agreement(), order, clock.now())));
    }
}
