package io.counterfoil.customer.hierarchy;

import io.counterfoil.common.event.Fact;
import java.time.LocalDate;
import java.util.UUID;

/**
 * As what one customer stands to another was said anew: it begins, or it ends.
 *
 * @param validTo the first day on which it no longer stands; null while it is open
 */
public record HierarchyChanged(
        UUID customerId,
        UUID relationshipId,
        RelationshipKind kind,
        UUID otherId,
        LocalDate validFrom,
        LocalDate validTo,
        String reason)
        implements Fact {

    public static final String TYPE = "io.counterfoil.customer.hierarchy.changed.v1";

    static HierarchyChanged of(Relationship relationship, String reason) {
        return new HierarchyChanged(
                relationship.customerId(),
                relationship.relationshipId(),
                relationship.kind(),
                relationship.otherId(),
                relationship.validFrom(),
                relationship.validTo(),
                reason);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return customerId.toString();
    }

    @Override
    public String partitionKey() {
        return subject();
    }
}
