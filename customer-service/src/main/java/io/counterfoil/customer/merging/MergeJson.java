package io.counterfoil.customer.merging;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Invalid;
import java.time.Instant;
import java.util.UUID;

/** What goes over the wire about merges. */
final class MergeJson {

    private MergeJson() {}

    /** In whom the customer is to live on, and why. */
    public record Into(UUID into, String reason) {

        void check() {
            if (into == null) {
                throw new Invalid("/into", "is needed");
            }
            checked(reason);
        }
    }

    /** Why a merge was wrong. */
    public record Because(String reason) {

        void check() {
            checked(reason);
        }
    }

    /** A merge, standing or undone. */
    public record View(
            UUID mergeId,
            @JsonIgnore long seq,
            UUID customerId,
            UUID survivorId,
            @JsonRawValue String references,
            Instant mergedAt,
            String mergedBy,
            String reason,
            Instant unmergedAt,
            String unmergedBy,
            String unmergeReason) {

        static View read(Row row) {
            return new View(
                    row.uuid("id"),
                    row.longValue("seq"),
                    row.uuid("customer_id"),
                    row.uuid("survivor_id"),
                    row.text("moved_references"),
                    row.instant("merged_at"),
                    row.text("merged_by"),
                    row.text("reason"),
                    row.instant("unmerged_at"),
                    row.text("unmerged_by"),
                    row.text("unmerge_reason"));
        }
    }

    private static void checked(String reason) {
        if (reason == null || reason.isBlank() || reason.length() > 500) {
            throw new Invalid("/reason", "is needed, with at most 500 characters");
        }
    }
}
