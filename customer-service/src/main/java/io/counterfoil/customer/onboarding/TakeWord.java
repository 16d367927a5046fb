package io.counterfoil.customer.onboarding;

import com.fasterxml.jackson.databind.node.TextNode;
import io.counterfoil.common.http.Json;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.matching.MatchedBy;
import io.counterfoil.customer.ownership.Ownership;
import io.counterfoil.customer.ownership.Ownership.Words;
import io.counterfoil.customer.ownership.Settlement;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes another system's word for a customer as far as that system may give it. The rest is refused, or kept beside. */
@Dependent
class TakeWord {

    private final Ownership ownership;
    private final Identities identities;
    private final GoldenRecords records;

    @Inject
    TakeWord(Ownership ownership, Identities identities, GoldenRecords records) {
        this.ownership = ownership;
        this.identities = identities;
        this.records = records;
    }

    /** The record that was locked, with what of the word could be taken, and the reference. */
    GoldenRecord of(GoldenRecord before, ExternalReference reference, Said said, MatchedBy by) {
        Attributes theirs = said.attributes().with(free(before.customerId(), said.attributes()));
        Attributes now = before.attributes();
        Words words = new Words(
                now.document(), theirs.over(now).document(), now.over(theirs).document());
        Settlement settled = ownership.settle(words, reference.system(), before.isLedBy(reference));
        if (said.refuseWhatIsOwned()) {
            settled.requireNothingOwned(reference.system());
        }
        ownership.record(before.customerId(), reference.system(), settled.turned());
        GoldenRecord wanted = before.saying(Json.read(settled.result(), Attributes.class))
                .in(state(before, reference, said))
                .with(reference);
        return records.revise(wanted, Origin.system(reference.system(), by, null));
    }

    /** Tax ids that another customer holds can be said of this one only by mistake: a person has decided who is meant. */
    private List<TaxRegistration> free(UUID customerId, Attributes said) {
        return said.taxRegistrations().stream()
                .filter(each -> identities.holdersOf(List.of(each)).stream().allMatch(customerId::equals))
                .toList();
    }

    private CustomerState state(GoldenRecord before, ExternalReference reference, Said said) {
        CustomerState wanted = said.proposal().stateAfter(before.state());
        if (wanted == before.state()) {
            return wanted;
        }
        Optional<String> other = ownership
                .ownerOfMove(before.state().name(), wanted.name())
                .filter(owner -> !owner.equals(reference.system()));
        if (other.isEmpty()) {
            return wanted;
        }
        if (said.refuseWhatIsOwned()) {
            ownership.requireMove(before.state().name(), wanted.name(), reference.system());
        }
        ownership.recordMove(
                before.customerId(),
                reference.system(),
                other.get(),
                TextNode.valueOf(before.state().name()),
                TextNode.valueOf(wanted.name()));
        return before.state();
    }
}
