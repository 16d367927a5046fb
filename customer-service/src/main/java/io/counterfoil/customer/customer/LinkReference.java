package io.counterfoil.customer.customer;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.customer.matching.Likeness;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A person decides whom an outside id means. Both customers get a version: the one that loses it, then the one that gets it. */
@UseCase
class LinkReference {

    private final Matching matching;
    private final Identities identities;
    private final Customers customers;
    private final Revisions revisions;

    @Inject
    LinkReference(Matching matching, Identities identities, Customers customers, Revisions revisions) {
        this.matching = matching;
        this.identities = identities;
        this.customers = customers;
        this.revisions = revisions;
    }

    GoldenRecord handle(UUID customerId, String ifMatch, ExternalReference reference) {
        matching.lock(List.of(reference), List.of(), Likeness.UNKNOWN);
        Optional<UUID> holder = identities.holderOf(reference).filter(other -> !other.equals(customerId));
        holder.filter(other -> other.compareTo(customerId) < 0).ifPresent(customers::locked);
        Customer customer = customers.locked(customerId);
        ETags.require(ifMatch, customer.version());
        GoldenRecord wanted = customers.recordOf(customer).with(reference);
        holder.ifPresent(other -> takeFrom(other, reference));
        GoldenRecord linked = revisions.revise(customer, wanted, Origin.person("linked " + reference));
        identities.confirm(reference);
        return linked;
    }

    private void takeFrom(UUID holder, ExternalReference reference) {
        Customer loser = customers.locked(holder);
        GoldenRecord wanted = customers.recordOf(loser).without(reference);
        revisions.revise(loser, wanted, Origin.person("unlinked " + reference));
    }
}
