package io.counterfoil.customer.merging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Json;
import io.counterfoil.customer.customer.Attributes;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.customer.Origin;
import io.counterfoil.customer.reference.ExternalReference;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Makes two of what was merged: the one says again what it said, and the other no longer says what it had of it. What was
 * said of the survivor since stays with it.
 */
@UseCase
class UnmergeCustomer {

    private final GoldenRecords records;
    private final Merges merges;
    private final Outbox outbox;

    @Inject
    UnmergeCustomer(GoldenRecords records, Merges merges, Outbox outbox) {
        this.records = records;
        this.merges = merges;
        this.outbox = outbox;
    }

    GoldenRecord handle(UUID customerId, String reason) {
        GoldenRecord known = records.get(customerId);
        Merge merge = merges.standing(customerId)
                .orElseThrow(() ->
                        new IllegalMove("customer " + known.customerNumber(), known.state(), "be unmerged", List.of()));
        Pair pair = Pair.locked(records, customerId, merge.survivorId());
        if (pair.survivor().state().isFinal()) {
            throw new IllegalMove(
                    "customer " + pair.survivor().customerNumber(),
                    pair.survivor().state(),
                    "give back what was merged into it",
                    List.of("unmerge " + pair.survivor().customerNumber()));
        }
        Origin origin = Origin.person(reason);
        List<ExternalReference> back = merge.references().stream()
                .filter(pair.survivor().references()::contains)
                .toList();
        List<ExternalReference> stay = new ArrayList<>(pair.survivor().references());
        stay.removeAll(back);
        GoldenRecord survivor = records.revise(
                pair.survivor()
                        .saying(without(merge, pair.survivor().attributes()))
                        .knownAs(stay),
                origin);
        GoldenRecord restored = records.revise(
                pair.merged()
                        .saying(Json.read(merge.attributes(), Attributes.class))
                        .knownAs(back)
                        .in(merge.state()),
                origin);
        merges.undone(merge.mergeId(), reason);
        outbox.publish(CustomerUnmerged.of(merge, restored, survivor, reason));
        return restored;
    }

    /** What the merge gave goes, unless somebody has said otherwise since. */
    private static Attributes without(Merge merge, Attributes now) {
        ObjectNode said = now.document();
        ObjectNode result = said.deepCopy();
        Iterator<String> names = merge.survivorAfter().fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            JsonNode given = merge.survivorAfter().get(name);
            JsonNode before = merge.survivorBefore().get(name);
            if (!Objects.equals(given, before) && Objects.equals(given, said.get(name))) {
                if (before == null) {
                    result.remove(name);
                } else {
                    result.set(name, before);
                }
            }
        }
        return Json.read(result, Attributes.class);
    }
}
