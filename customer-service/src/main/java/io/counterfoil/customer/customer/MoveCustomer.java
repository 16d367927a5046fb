package io.counterfoil.customer.customer;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.customer.ownership.Ownership;
import jakarta.inject.Inject;
import java.util.UUID;

/** Activates, suspends, reinstates or closes a customer, for a reason. */
@UseCase
class MoveCustomer {

    /** How the matrix calls the people who use this API. */
    private static final String PEOPLE = "customer-service";

    private final Ownership ownership;
    private final Customers customers;
    private final Revisions revisions;

    @Inject
    MoveCustomer(Ownership ownership, Customers customers, Revisions revisions) {
        this.ownership = ownership;
        this.customers = customers;
        this.revisions = revisions;
    }

    GoldenRecord handle(UUID customerId, String ifMatch, CustomerState next, String reason) {
        Customer customer = customers.locked(customerId);
        ETags.require(ifMatch, customer.version());
        customer.state().requireMoveTo(next, customer.customerNumber());
        ownership.requireMove(customer.state().name(), next.name(), PEOPLE);
        GoldenRecord wanted = customers.recordOf(customer).in(next);
        return revisions.revise(customer, wanted, Origin.person(reason));
    }
}
