package io.counterfoil.customer.customer;

import io.counterfoil.common.UseCase;
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
    private final GoldenRecords records;

    @Inject
    CreateCustomer(Matching matching, Identities identities, GoldenRecords records) {
        this.matching = matching;
        this.identities = identities;
        this.records = records;
    }

    GoldenRecord handle(Proposal proposal, List<ExternalReference> references) {
        Attributes said = proposal.attributes();
        AttributesCheck.checkWhole(said);
        matching.lock(references, said.taxRegistrations(), said.likeness());
        for (ExternalReference reference : references) {
            identities.holderOf(reference).ifPresent(holder -> {
                throw new ReferenceTaken(reference, holder);
            });
        }
        TaxRegistrationTaken.refuseIfAny(identities.holdersOf(said.taxRegistrations()));
        return records.begin(proposal, references, Origin.person(null));
    }
}
