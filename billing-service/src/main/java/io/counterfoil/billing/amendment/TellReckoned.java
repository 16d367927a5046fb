package io.counterfoil.billing.amendment;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.subscription.Subscription;
import io.counterfoil.billing.subscription.SubscriptionReckoned;
import io.counterfoil.billing.subscription.SubscriptionReckoned.Cause;
import io.counterfoil.billing.timeline.Change;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Tells what waits of a subscription where no change came into effect that would tell it. Works within the caller's transaction. */
@Dependent
class TellReckoned {

    private final WaitingLines waiting;
    private final SubscriptionCases cases;
    private final Policies policies;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    TellReckoned(WaitingLines waiting, SubscriptionCases cases, Policies policies, Outbox outbox, BusinessClock clock) {
        this.waiting = waiting;
        this.cases = cases;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Tells of it, under the business transaction to which the subscription belongs; {@code change} may be null. */
    void tell(SubscriptionCase of, Cause cause, Change change) {
        Correlation.within(
                Correlation.current().continuing(of.account().agreement().correlationId()),
                () -> outbox.publish(fact(of, cause, change)));
    }

    private SubscriptionReckoned fact(SubscriptionCase of, Cause cause, Change change) {
        Agreement agreement = of.account().agreement();
        Subscription subscription = of.subscription();
        LocalDate today = cases.today(of);
        return new SubscriptionReckoned(
                subscription.subscriptionId(),
                subscription.number(),
                agreement.orderId(),
                agreement.contractId(),
                agreement.contractVersion(),
                agreement.customerId(),
                agreement.legalEntityId(),
                agreement.currency(),
                today,
                cause,
                change == null ? null : change.changeId(),
                change == null ? null : change.kind().name(),
                change == null ? null : change.effectiveDate(),
                waiting.of(of, today),
                clock.now(),
                versions(agreement, today));
    }

    private Map<String, String> versions(Agreement agreement, LocalDate today) {
        Scope scope = Scope.of(agreement.legalEntityId(), agreement.contractId());
        return policies.book(List.of(scope)).versions(scope, today, PolicyName.PRORATION_BILLING);
    }
}
