package io.counterfoil.billing.amendment;

import io.counterfoil.billing.amendment.ChangeJson.ChangeView;
import io.counterfoil.billing.amendment.ChangeJson.Wanted;
import io.counterfoil.billing.timeline.Change;
import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;

/** Changes a subscription: what follows is billed or taken back in the same transaction. */
@UseCase
class ChangeSubscription {

    private final SubscriptionCases cases;
    private final ResolveChange resolve;
    private final Amendments amendments;

    @Inject
    ChangeSubscription(SubscriptionCases cases, ResolveChange resolve, Amendments amendments) {
        this.cases = cases;
        this.resolve = resolve;
        this.amendments = amendments;
    }

    ChangeView handle(UUID subscriptionId, Wanted wanted) {
        SubscriptionCase of = cases.of(subscriptionId);
        LocalDate today = cases.today(of);
        Change change = resolve.resolve(of, wanted, today);
        Effects effects = amendments.effects(of, change, today, resolve.waitsForNext(of, today));
        return ChangeView.of(subscriptionId, amendments.record(of, change, effects), of.timeline());
    }
}
