package io.counterfoil.customer.customer;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import jakarta.inject.Inject;
import java.util.UUID;

/** Activates, suspends, reinstates or closes a customer, for a reason. */
@UseCase
class MoveCustomer {

    private final Customers customers;
    private final Revisions revisions;

    @Inject
    MoveCustomer(Customers customers, Revisions revisions) {
        this.customers = customers;
        this.revisions = revisions;
    }

    GoldenRecord handle(UUID customerId, String ifMatch, CustomerState next, String reason) {
        Customer customer = customers.locked(customerId);
        ETags.require(ifMatch, customer.version());
        customer.state().requireMoveTo(next, customer.customerNumber());
        GoldenRecord wanted = customers.recordOf(customer).in(next);
        return revisions.revise(customer, wanted, Origin.person(reason));
    }
}
