package io.counterfoil.order.amendment;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.order.contract.ContractEnded;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.posting.DocumentPosted;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Moves amendments on by what billing and ledger say, and by the end of their contract. */
@Dependent
class FollowAmendments implements EventHandler {

    private final AmendmentPath path;

    @Inject
    FollowAmendments(AmendmentPath path) {
        this.path = path;
    }

    @Override
    public Set<String> types() {
        return Set.of("io.counterfoil.billing.subscription.amended.v1");
    }

    @Override
    public void handle(Envelope event) {
        path.cameIntoEffect(event.dataAs(SubscriptionAmended.class).changeId());
    }

    void posted(@Observes DocumentPosted posted) {
        if (posted.process() == ProcessKind.AMENDMENT) {
            path.posted(posted.journeyId(), posted.documentId());
        }
    }

    void ended(@Observes ContractEnded ended) {
        path.contractEnded(ended.contractId(), ended.effectiveDate(), ended.reason());
    }

    private record SubscriptionAmended(UUID changeId) {}
}
