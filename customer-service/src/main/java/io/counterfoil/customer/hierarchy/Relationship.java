package io.counterfoil.customer.hierarchy;

import io.counterfoil.common.db.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * For a time another customer stands to this one as something.
 *
 * @param validTo the first day on which it no longer does; null while it is open
 */
public record Relationship(
        UUID relationshipId,
        UUID customerId,
        RelationshipKind kind,
        UUID otherId,
        LocalDate validFrom,
        LocalDate validTo,
        String reason,
        String setBy,
        Instant setAt) {

    static Relationship read(Row row) {
        return new Relationship(
                row.uuid("id"),
                row.uuid("customer_id"),
                RelationshipKind.valueOf(row.text("kind")),
                row.uuid("other_id"),
                row.date("valid_from"),
                row.date("valid_to"),
                row.text("reason"),
                row.text("set_by"),
                row.instant("set_at"));
    }
}
