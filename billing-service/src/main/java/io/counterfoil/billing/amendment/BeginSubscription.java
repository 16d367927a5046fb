package io.counterfoil.billing.amendment;

import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.subscription.Subscription;
import io.counterfoil.billing.subscription.SubscriptionActivated;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Begins trials, and the subscriptions that have no bill on their first day, such as those that are billed in arrears. */
@UseCase
class BeginSubscription {

    private final LegalEntities entities;
    private final Subscriptions subscriptions;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    BeginSubscription(LegalEntities entities, Subscriptions subscriptions, Outbox outbox, BusinessClock clock) {
        this.entities = entities;
        this.subscriptions = subscriptions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Begins all trials that are due, or one subscription; false when nothing was due. */
    boolean handle() {
        Instant now = clock.now();
        if (subscriptions.beginTrials(now) > 0) {
            return true;
        }
        Optional<UUID> due = subscriptions.beginsUnbilled(now);
        due.flatMap(subscriptions::lockOf).ifPresent(account -> begin(account, due.get(), today(account, now)));
        return due.isPresent();
    }

    private LocalDate today(Account account, Instant now) {
        return account.agreement().today(entities.byId(account.agreement().legalEntityId()), now);
    }

    private void begin(Account account, UUID subscriptionId, LocalDate today) {
        account.subscriptions().stream()
                .filter(one -> one.subscriptionId().equals(subscriptionId) && one.startsBy(today))
                .forEach(one -> {
                    Subscription started = one.activate();
                    subscriptions.begun(one, started);
                    Correlation business =
                            Correlation.current().continuing(account.agreement().correlationId());
                    Correlation.within(
                            business,
                            () -> outbox.publish(
                                    started.activated(account.agreement(), account.nextBilling(started), clock.now()),
                                    EventIds.derived(subscriptionId, SubscriptionActivated.TYPE)));
                });
    }
}
