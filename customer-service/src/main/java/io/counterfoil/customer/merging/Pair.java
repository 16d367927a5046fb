package io.counterfoil.customer.merging;

import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import java.util.UUID;

/** Both records of a merge, locked in the order of their ids, so that nobody waits in a circle. */
record Pair(GoldenRecord merged, GoldenRecord survivor) {

    static Pair locked(GoldenRecords records, UUID mergedId, UUID survivorId) {
        if (mergedId.compareTo(survivorId) < 0) {
            GoldenRecord merged = records.locked(mergedId);
            return new Pair(merged, records.locked(survivorId));
        }
        GoldenRecord survivor = records.locked(survivorId);
        return new Pair(records.locked(mergedId), survivor);
    }
}
