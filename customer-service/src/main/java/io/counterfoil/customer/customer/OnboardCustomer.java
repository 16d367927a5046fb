package io.counterfoil.customer.customer;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.customer.matching.Likeness;
import io.counterfoil.customer.matching.Match;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Finds the customer behind an outside id, or makes it, and brings its record up to date. */
@UseCase
class OnboardCustomer {

    private final Matching matching;
    private final Customers customers;
    private final Revisions revisions;

    @Inject
    OnboardCustomer(Matching matching, Customers customers, Revisions revisions) {
        this.matching = matching;
        this.customers = customers;
        this.revisions = revisions;
    }

    Onboarded handle(ExternalReference reference, Proposal proposal) {
        Attributes said = proposal.attributes();
        AttributesCheck.check(said);
        Likeness likeness = Likeness.of(said.legalName(), said.email(), said.website());
        matching.lock(List.of(reference), said.taxRegistrations(), likeness);
        Match match = matching.find(reference, said.taxRegistrations(), likeness);
        Origin origin = new Origin(reference.system(), match.by(), null);
        GoldenRecord now = match.customerId()
                .map(known -> update(known, reference, proposal, origin))
                .orElseGet(() -> create(reference, proposal, origin));
        return new Onboarded(now, match.by());
    }

    private GoldenRecord create(ExternalReference reference, Proposal proposal, Origin origin) {
        AttributesCheck.checkWhole(proposal.attributes());
        return revisions.begin(
                new GoldenRecord(
                        EventIds.next(),
                        customers.nextNumber(),
                        0,
                        proposal.state(),
                        proposal.attributes().withDefaults(),
                        List.of(reference)),
                origin);
    }

    private GoldenRecord update(UUID known, ExternalReference reference, Proposal proposal, Origin origin) {
        Customer customer = customers.locked(known);
        GoldenRecord before = customers.recordOf(customer);
        if (before.state() == CustomerState.CLOSED) {
            throw new IllegalMove("customer " + before.customerNumber(), before.state(), "be onboarded", List.of());
        }
        Attributes attributes = before.isLedBy(reference)
                ? proposal.attributes().over(before.attributes())
                : before.attributes().over(proposal.attributes());
        GoldenRecord wanted = before.saying(attributes)
                .in(proposal.stateAfter(before.state()))
                .with(reference);
        return revisions.revise(customer, wanted, origin);
    }

    /** The record as it is now, and how it was found. */
    record Onboarded(GoldenRecord customer, MatchedBy by) {

        boolean isNew() {
            return by == MatchedBy.NONE;
        }
    }
}
