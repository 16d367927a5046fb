package io.counterfoil.customer.hierarchy;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.customer.ownership.Ownership;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** From a day on another customer no longer stands to this one as it did. */
@UseCase
class EndRelationship {

    private final Ownership ownership;
    private final Relationships relationships;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    EndRelationship(
            Ownership ownership, Relationships relationships, AuditTrail audit, Outbox outbox, BusinessClock clock) {
        this.ownership = ownership;
        this.relationships = relationships;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Relationship handle(UUID customerId, UUID relationshipId, RelationshipJson.Ending ending) {
        ending.check();
        relationships.lock();
        Relationship before = relationships.get(relationshipId);
        if (!before.customerId().equals(customerId)) {
            throw new NotFound("relationship", relationshipId);
        }
        ownership.requirePeople(List.of(before.kind().attribute()));
        LocalDate day = Optional.ofNullable(ending.validTo()).orElseGet(() -> clock.today(ZoneOffset.UTC));
        if (before.validTo() != null) {
            throw new IllegalMove("relationship " + relationshipId, "ENDED", "end", List.of());
        }
        if (day.isBefore(before.validFrom())) {
            throw new Invalid("/validTo", "is before " + before.validFrom() + ", when it began");
        }
        relationships.end(relationshipId, day);
        Relationship after = relationships.get(relationshipId);
        JsonNode was = Json.strict().valueToTree(before);
        JsonNode is = Json.strict().valueToTree(after);
        audit.keep(new Audited(
                "customer", customerId.toString(), "no longer related", Audited.API, ending.reason(), was, is));
        outbox.publish(HierarchyChanged.of(after, ending.reason()));
        return after;
    }
}
