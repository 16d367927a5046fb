package io.counterfoil.billing.subscription;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.PendingItems;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.plan.Plans;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Sees to it that what was promised as a minimum is looked at once more when a subscription ends. */
@Dependent
class Closings {

    private final Plans plans;
    private final PendingItems pending;

    @Inject
    Closings(Plans plans, PendingItems pending) {
        this.plans = plans;
        this.pending = pending;
    }

    /** For each subscription of the account that has an end. */
    void expect(Account account) {
        account.subscriptions().forEach(subscription -> expect(account, subscription));
    }

    /** For one subscription, as it stands with its charges. */
    void expect(Account account, Subscription subscription) {
        if (subscription.endDate() != null) {
            pending.addForTheirDay(closing(account, subscription).stream().toList());
        }
    }

    private Optional<BillableItem> closing(Account account, Subscription subscription) {
        return account.charges().stream()
                .filter(charge ->
                        subscription.subscriptionId().equals(charge.terms().subscriptionId()))
                .filter(charge -> charge.terms().kind() != Kind.ONE_TIME)
                .filter(charge -> charge.terms().planId().equals(subscription.planId())
                        && charge.terms().planVersion() == subscription.planVersion())
                .findFirst()
                .filter(this::isPromised)
                .map(charge -> ClosingItem.of(
                        charge, subscription.endDate(), account.agreement().currency()));
    }

    private boolean isPromised(OrderCharge charge) {
        String planId = charge.terms().planId();
        return plans.of(List.of(planId))
                        .version(planId, charge.terms().planVersion())
                        .commitment()
                != null;
    }
}
