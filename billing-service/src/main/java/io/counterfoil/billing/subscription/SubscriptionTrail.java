package io.counterfoil.billing.subscription;

import io.counterfoil.billing.subscription.SubscriptionJson.SubscriptionView;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps in the audit trail what becomes of subscriptions because a day has come; what billing runs begin and end is told by their facts. */
@Dependent
class SubscriptionTrail {

    private static final String SUBSCRIPTION = "subscription";

    private final AuditTrail trail;

    @Inject
    SubscriptionTrail(AuditTrail trail) {
        this.trail = trail;
    }

    void changed(Subscription before, Subscription after) {
        SubscriptionView was = SubscriptionView.of(before);
        SubscriptionView is = SubscriptionView.of(after);
        trail.keepOfTimer(() -> was.equals(is)
                ? List.of()
                : List.of(Audited.byClock(SUBSCRIPTION, after.subscriptionId(), "changed", null, was, is)));
    }

    void trialsBegan(Collection<UUID> subscriptions) {
        trail.keepOfTimer(() -> subscriptions.stream()
                .map(id -> Audited.byClock(
                        SUBSCRIPTION,
                        id,
                        "changed",
                        null,
                        Map.of("state", SubscriptionState.PENDING),
                        Map.of("state", SubscriptionState.TRIAL)))
                .toList());
    }
}
