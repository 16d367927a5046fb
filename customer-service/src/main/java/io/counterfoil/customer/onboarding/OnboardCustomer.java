package io.counterfoil.customer.onboarding;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.matching.Likeness;
import io.counterfoil.customer.matching.Match;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Finds the customer behind an outside id, or makes it, and brings its record up to date. */
@UseCase
class OnboardCustomer {

    private final Matching matching;
    private final Identities identities;
    private final GoldenRecords records;
    private final TakeWord takeWord;
    private final SettleAmbiguity settle;

    @Inject
    OnboardCustomer(
            Matching matching,
            Identities identities,
            GoldenRecords records,
            TakeWord takeWord,
            SettleAmbiguity settle) {
        this.matching = matching;
        this.identities = identities;
        this.records = records;
        this.takeWord = takeWord;
        this.settle = settle;
    }

    Onboarded handle(ExternalReference reference, Said said) {
        records.check(said.attributes());
        Likeness likeness = said.attributes().likeness();
        matching.lock(List.of(reference), said.attributes().taxRegistrations(), likeness);
        if (!identities.isNews(reference, said.sourceVersion())) {
            return known(reference);
        }
        Match match = matching.find(reference, said.attributes().taxRegistrations(), likeness);
        GoldenRecord now = match.customerId()
                .map(known -> update(known, reference, said, match.by()))
                .orElseGet(() -> records.begin(
                        said.proposal(), List.of(reference), Origin.system(reference.system(), match.by(), null)));
        identities.told(reference, said.sourceVersion());
        settle.withoutTask(reference, now, match.by() == MatchedBy.NONE);
        return new Onboarded(now, match.by());
    }

    /** What was told before, or is older, changes nothing and settles nothing, and whom it means is not asked again. */
    private Onboarded known(ExternalReference reference) {
        UUID holder = identities.holderOf(reference).orElseThrow();
        return new Onboarded(open(records.get(holder)), MatchedBy.REFERENCE);
    }

    private GoldenRecord update(UUID known, ExternalReference reference, Said said, MatchedBy by) {
        return takeWord.of(open(records.locked(known)), reference, said, by);
    }

    private static GoldenRecord open(GoldenRecord customer) {
        if (customer.state() == CustomerState.CLOSED) {
            throw new IllegalMove("customer " + customer.customerNumber(), customer.state(), "be onboarded", List.of());
        }
        return customer;
    }

    /** The record as it is now, and how it was found. */
    record Onboarded(GoldenRecord customer, MatchedBy by) {

        boolean isNew() {
            return by == MatchedBy.NONE;
        }
    }
}
