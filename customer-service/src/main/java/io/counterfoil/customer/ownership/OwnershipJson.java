package io.counterfoil.customer.ownership;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.counterfoil.common.db.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What goes over the wire about ownership. */
final class OwnershipJson {

    private OwnershipJson() {}

    /** A matrix that somebody wants; without a day it holds as soon as it is approved. */
    public record Proposed(Instant validFrom, List<OwnershipRule> rules, String reason) {}

    /** A matrix, proposed or decided. */
    public record Matrix(
            long version,
            Instant validFrom,
            String state,
            List<OwnershipRule> rules,
            String reason,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt) {}

    /** A change that was turned away, with both values. */
    public record Rejected(
            long seq,
            UUID customerId,
            String attribute,
            String system,
            String owner,
            @JsonRawValue String kept,
            @JsonRawValue String offered,
            long times,
            Instant firstAt,
            Instant lastAt,
            String actor,
            String correlationId) {

        static Rejected read(Row row) {
            return new Rejected(
                    row.longValue("seq"),
                    row.uuid("customer_id"),
                    row.text("attribute"),
                    row.text("system"),
                    row.text("owner"),
                    row.text("kept"),
                    row.text("offered"),
                    row.longValue("times"),
                    row.instant("first_at"),
                    row.instant("last_at"),
                    row.text("actor"),
                    row.text("correlation_id"));
        }
    }
}
