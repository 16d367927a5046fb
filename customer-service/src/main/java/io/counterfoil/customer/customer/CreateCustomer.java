package io.counterfoil.customer.customer;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.customer.matching.Likeness;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import jakarta.inject.Inject;
import java.util.List;

/** Makes a customer whom a person says we don't know yet. What it is known by must be free. */
@UseCase
class CreateCustomer {

    private final Matching matching;
    private final Identities identities;
    private final Customers customers;
    private final Revisions revisions;

    @Inject
    CreateCustomer(Matching matching, Identities identities, Customers customers, Revisions revisions) {
        this.matching = matching;
        this.identities = identities;
        this.customers = customers;
        this.revisions = revisions;
    }

    GoldenRecord handle(Proposal proposal, List<ExternalReference> references) {
        Attributes said = proposal.attributes();
        AttributesCheck.checkWhole(said);
        matching.lock(references, said.taxRegistrations(), Likeness.of(said.legalName(), said.email(), said.website()));
        for (ExternalReference reference : references) {
            identities.holderOf(reference).ifPresent(holder -> {
                throw new ReferenceTaken(reference, holder);
            });
        }
        TaxRegistrationTaken.refuseIfAny(identities.holdersOf(said.taxRegistrations()));
        return revisions.begin(
                new GoldenRecord(
                        EventIds.next(), customers.nextNumber(), 0, proposal.state(), said.withDefaults(), references),
                Origin.person(null));
    }
}
