package io.counterfoil.billing.amendment;

import io.counterfoil.billing.amendment.ChangeJson.ChangeView;
import io.counterfoil.billing.amendment.ChangeJson.History;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.common.UseCase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** All changes of a subscription, each with how it stood before. */
@UseCase
class ListChanges {

    private final SubscriptionCases cases;
    private final ChangeRows changes;

    @Inject
    ListChanges(SubscriptionCases cases, ChangeRows changes) {
        this.cases = cases;
        this.changes = changes;
    }

    History handle(UUID subscriptionId) {
        if (changes.of(subscriptionId).isEmpty()) {
            return new History(List.of());
        }
        SubscriptionCase of = cases.of(subscriptionId);
        Timeline timeline = of.timeline();
        return new History(of.history().stream()
                .map(recorded -> ChangeView.of(subscriptionId, recorded, timeline))
                .toList());
    }
}
