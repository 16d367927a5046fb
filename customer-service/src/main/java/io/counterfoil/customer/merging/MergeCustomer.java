package io.counterfoil.customer.merging;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.CustomerState;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import io.counterfoil.customer.reference.Identities.Link;
import io.counterfoil.customer.reference.TaxRegistration;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lets a customer live on in another one, who gets its references and tax ids, and of the rest what it lacks. */
@UseCase
class MergeCustomer {

    private final GoldenRecords records;
    private final Identities identities;
    private final Suspensions suspensions;
    private final Merges merges;
    private final Outbox outbox;

    @Inject
    MergeCustomer(GoldenRecords records, Identities identities, Suspensions suspensions, Merges merges, Outbox outbox) {
        this.records = records;
        this.identities = identities;
        this.suspensions = suspensions;
        this.merges = merges;
        this.outbox = outbox;
    }

    Merge handle(UUID customerId, UUID survivorId, String reason) {
        if (customerId.equals(survivorId)) {
            throw new Invalid("/into", "is the same customer");
        }
        Pair pair = Pair.locked(records, customerId, survivorId);
        requireMergeable(pair.merged());
        requireMergeable(pair.survivor());
        Origin origin = Origin.person(reason);
        Attributes before = pair.survivor().attributes();
        Attributes after = before.over(pair.merged().attributes());
        boolean byDunning = suspensions.isByDunning(pair.merged());
        List<Link> links = identities.linksOf(pair.merged().references());
        GoldenRecord gone = gone(pair, after, origin);
        GoldenRecord survivor = survivor(pair, after, origin);
        identities.keep(links);
        Merge merge = new Merge(
                EventIds.next(),
                customerId,
                survivorId,
                pair.merged().state(),
                byDunning,
                suspensions.carry(pair.merged(), byDunning, survivor, origin),
                pair.merged().references(),
                links,
                pair.merged().attributes().document(),
                before.document(),
                after.document());
        merges.add(merge, reason);
        outbox.publish(CustomerMerged.of(merge, gone, survivor, reason));
        return merge;
    }

    /** It keeps the tax ids that the survivor can't have beside its own. */
    private GoldenRecord gone(Pair pair, Attributes after, Origin origin) {
        List<TaxRegistration> left = pair.merged().attributes().taxRegistrations().stream()
                .filter(each -> !after.taxRegistrations().contains(each))
                .toList();
        return records.revise(
                pair.merged()
                        .saying(pair.merged().attributes().with(left))
                        .knownAs(List.of())
                        .mergedInto(pair.survivor().customerId()),
                origin);
    }

    private GoldenRecord survivor(Pair pair, Attributes after, Origin origin) {
        return records.revise(
                pair.survivor()
                        .saying(after)
                        .knownAs(
                                both(pair.survivor().references(), pair.merged().references()))
                        .in(stateOf(pair)),
                origin);
    }

    private static void requireMergeable(GoldenRecord customer) {
        if (customer.state().isFinal()) {
            throw new IllegalMove("customer " + customer.customerNumber(), customer.state(), "be merged", List.of());
        }
    }

    private static CustomerState stateOf(Pair pair) {
        CustomerState survivor = pair.survivor().state();
        return survivor == CustomerState.PROSPECT && pair.merged().state() != CustomerState.PROSPECT
                ? CustomerState.ACTIVE
                : survivor;
    }

    private static List<ExternalReference> both(List<ExternalReference> ours, List<ExternalReference> theirs) {
        List<ExternalReference> all = new ArrayList<>(ours);
        all.addAll(theirs);
        return all;
    }
}
