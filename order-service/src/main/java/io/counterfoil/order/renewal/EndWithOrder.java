package io.counterfoil.order.renewal;

import io.counterfoil.order.order.OrderGivenUp;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** The contract of an order that was taken back does not go on: what is under way of its renewals ends, within that transaction. */
@Dependent
class EndWithOrder {

    private final Renewals renewals;
    private final RenewalPath path;

    @Inject
    EndWithOrder(Renewals renewals, RenewalPath path) {
        this.renewals = renewals;
        this.path = path;
    }

    void end(@Observes OrderGivenUp order) {
        renewals.underWay(order.orderId()).forEach(renewal -> path.to(renewal, RenewalState.WITHDRAWN, order.reason()));
    }
}
