package io.counterfoil.billing.amendment;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.billing.subscription.Subscription;
import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Puts together what is known of a subscription; its agreement stays locked until the transaction ends. */
@Dependent
class SubscriptionCases {

    private final Subscriptions subscriptions;
    private final ChangeRows changes;
    private final Invoices invoices;
    private final LegalEntities entities;
    private final BusinessClock clock;

    @Inject
    SubscriptionCases(
            Subscriptions subscriptions,
            ChangeRows changes,
            Invoices invoices,
            LegalEntities entities,
            BusinessClock clock) {
        this.subscriptions = subscriptions;
        this.changes = changes;
        this.invoices = invoices;
        this.entities = entities;
        this.clock = clock;
    }

    SubscriptionCase of(UUID subscriptionId) {
        Account account =
                subscriptions.lockOf(subscriptionId).orElseThrow(() -> new NotFound("subscription", subscriptionId));
        return of(account, subscriptionId);
    }

    SubscriptionCase of(Account account, UUID subscriptionId) {
        Subscription subscription = account.subscriptions().stream()
                .filter(one -> one.subscriptionId().equals(subscriptionId))
                .findFirst()
                .orElseThrow();
        List<UUID> chargeIds = account.charges().stream()
                .filter(charge -> subscriptionId.equals(charge.terms().subscriptionId()))
                .map(OrderCharge::orderChargeId)
                .toList();
        return new SubscriptionCase(account, subscription, changes.of(subscriptionId), invoices.billed(chargeIds));
    }

    /** Which day it is for the customer. */
    LocalDate today(SubscriptionCase of) {
        Agreement agreement = of.account().agreement();
        return agreement.today(entities.byId(agreement.legalEntityId()), clock.now());
    }
}
