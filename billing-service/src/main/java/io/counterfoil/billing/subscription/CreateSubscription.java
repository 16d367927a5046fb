package io.counterfoil.billing.subscription;

import io.counterfoil.billing.subscription.SubscriptionJson.Created;
import io.counterfoil.billing.subscription.SubscriptionJson.Wanted;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.together.Asked;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import jakarta.inject.Inject;
import java.util.List;

/** Starts one subscription that no order sold, for the business transaction of the running thread. */
@UseCase
class CreateSubscription {

    private final CreateSubscriptions create;

    @Inject
    CreateSubscription(CreateSubscriptions create) {
        this.create = create;
    }

    Created handle(Wanted wanted) {
        return create.handle(List.of(new Asked<>(wanted, Correlation.current(), Traces.currentParent())))
                .get(0);
    }
}
