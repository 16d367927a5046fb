package io.counterfoil.customer.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.ETags;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.customer.matching.Matching;
import io.counterfoil.customer.ownership.Ownership;
import io.counterfoil.customer.reference.Identities;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Changes what the golden record says, on the word of a person who has read the version that is changed. */
@UseCase
class ChangeCustomer {

    private final Ownership ownership;
    private final Matching matching;
    private final Identities identities;
    private final Customers customers;
    private final Revisions revisions;

    @Inject
    ChangeCustomer(
            Ownership ownership, Matching matching, Identities identities, Customers customers, Revisions revisions) {
        this.ownership = ownership;
        this.matching = matching;
        this.identities = identities;
        this.customers = customers;
        this.revisions = revisions;
    }

    GoldenRecord handle(UUID customerId, String ifMatch, JsonNode patch, Because because) {
        GoldenRecord read = customers.get(customerId);
        ETags.require(ifMatch, read.version());
        Attributes wanted = MergePatch.apply(patch, read.attributes()).withDefaults();
        AttributesCheck.checkWhole(wanted);
        ownership.requirePeople(read.saying(wanted).differencesTo(read));
        requireFree(customerId, wanted);
        // Identities are locked before customers, here as everywhere; the record may have moved on meanwhile.
        Customer customer = customers.locked(customerId);
        ETags.require(ifMatch, customer.version());
        return revisions.revise(customer, read.saying(wanted), because.origin());
    }

    /** Why, and since when it is so; both may be null. */
    record Because(String reason, Instant effectiveFrom) {

        Because {
            if (reason != null && (reason.isBlank() || reason.length() > 500)) {
                throw new Invalid("?reason", "must have 1 to 500 characters");
            }
        }

        private Origin origin() {
            return Origin.person(reason).since(effectiveFrom);
        }
    }

    private void requireFree(UUID customerId, Attributes wanted) {
        matching.lock(List.of(), wanted.taxRegistrations(), wanted.likeness());
        Set<UUID> others = new TreeSet<>(identities.holdersOf(wanted.taxRegistrations()));
        others.remove(customerId);
        TaxRegistrationTaken.refuseIfAny(others);
    }
}
