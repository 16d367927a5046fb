package io.counterfoil.customer.merging;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Json;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.reference.ExternalReference;
import io.counterfoil.customer.reference.Identities;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Makes two of what was merged: the one says again what it said, and the other no longer says what it had of it. What was
 * said of the survivor since stays with it.
 */
@UseCase
class UnmergeCustomer {

    private final GoldenRecords records;
    private final Identities identities;
    private final Suspensions suspensions;
    private final Merges merges;
    private final Outbox outbox;

    @Inject
    UnmergeCustomer(
            GoldenRecords records, Identities identities, Suspensions suspensions, Merges merges, Outbox outbox) {
        this.records = records;
        this.identities = identities;
        this.suspensions = suspensions;
        this.merges = merges;
        this.outbox = outbox;
    }

    GoldenRecord handle(UUID customerId, String reason) {
        Merge known = standing(customerId, records.get(customerId));
        Pair pair = Pair.locked(records, customerId, known.survivorId());
        // Read again, for somebody else may have undone it until both were locked.
        Merge merge = standing(customerId, pair.merged());
        requireParted(known, merge, pair);
        Origin origin = Origin.person(reason);
        List<ExternalReference> back = merge.references().stream()
                .filter(pair.survivor().references()::contains)
                .toList();
        List<ExternalReference> stay = new ArrayList<>(pair.survivor().references());
        stay.removeAll(back);
        GoldenRecord survivor = records.revise(
                pair.survivor()
                        .saying(Given.without(merge, pair.survivor().attributes()))
                        .knownAs(stay),
                origin);
        GoldenRecord restored =
                records.revise(pair.merged().saying(said(merge)).knownAs(back).in(Suspensions.restored(merge)), origin);
        identities.keep(merge.links().stream()
                .filter(link -> back.contains(link.reference()))
                .toList());
        merges.undone(merge.mergeId(), reason);
        suspensions.part(merge, pair.survivor(), origin);
        outbox.publish(CustomerUnmerged.of(merge, restored, survivor, reason));
        return records.get(customerId);
    }

    private Merge standing(UUID customerId, GoldenRecord known) {
        return merges.standing(customerId)
                .orElseThrow(() ->
                        new IllegalMove("customer " + known.customerNumber(), known.state(), "be unmerged", List.of()));
    }

    private static void requireParted(Merge known, Merge merge, Pair pair) {
        GoldenRecord survivor = pair.survivor();
        if (!merge.mergeId().equals(known.mergeId())) {
            throw new IllegalMove(
                    "customer " + pair.merged().customerNumber(),
                    "merged into another one since just now",
                    "be unmerged from " + survivor.customerNumber(),
                    List.of("unmerge it again"));
        }
        if (survivor.state().isFinal()) {
            throw new IllegalMove(
                    "customer " + survivor.customerNumber(),
                    survivor.state(),
                    "give back what was merged into it",
                    List.of("unmerge " + survivor.customerNumber()));
        }
    }

    /** What it said itself, but for tax ids that somebody else has got since. */
    private Attributes said(Merge merge) {
        Attributes said = Json.read(merge.attributes(), Attributes.class);
        return said.with(said.taxRegistrations().stream()
                .filter(each -> identities.isFreeFor(merge.customerId(), each))
                .toList());
    }
}
