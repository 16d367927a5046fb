package io.counterfoil.customer.hierarchy;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.audit.AuditTrail;
import io.counterfoil.common.audit.Audited;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.customer.customer.GoldenRecord;
import io.counterfoil.customer.customer.GoldenRecords;
import io.counterfoil.customer.ownership.Ownership;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says as what another customer stands to one from a day on; what stood before ends on that day. */
@UseCase
class Relate {

    private final Ownership ownership;
    private final GoldenRecords records;
    private final Relationships relationships;
    private final AuditTrail audit;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    Relate(
            Ownership ownership,
            GoldenRecords records,
            Relationships relationships,
            AuditTrail audit,
            Outbox outbox,
            BusinessClock clock) {
        this.ownership = ownership;
        this.records = records;
        this.relationships = relationships;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    Relationship handle(UUID customerId, RelationshipJson.Wanted wanted) {
        wanted.check();
        ownership.requirePeople(List.of(wanted.kind().attribute()));
        relationships.lock();
        requireLiving(records.get(customerId));
        requireLiving(records.get(wanted.customerId()));
        LocalDate from = Optional.ofNullable(wanted.validFrom()).orElseGet(() -> clock.today(ZoneOffset.UTC));
        if (relationships.isAbove(customerId, wanted.customerId(), wanted.kind(), from)) {
            throw new HierarchyLoop(customerId, wanted.customerId());
        }
        List<Relationship> standing = relationships.of(customerId, null).stream()
                .filter(each -> each.kind() == wanted.kind())
                .filter(each -> each.validTo() == null || each.validTo().isAfter(from))
                .filter(each -> wanted.kind().isSingle() || each.otherId().equals(wanted.customerId()))
                .toList();
        standing.forEach(each -> endFor(each, from));
        Relationship made = new Relationship(
                EventIds.next(),
                customerId,
                wanted.kind(),
                wanted.customerId(),
                from,
                null,
                wanted.reason(),
                Correlation.current().actor(),
                clock.now());
        relationships.add(made);
        keep(standing, made);
        tell(standing, made);
        return made;
    }

    private void endFor(Relationship before, LocalDate from) {
        if (!before.validFrom().isBefore(from)) {
            throw new Invalid("/validFrom", "must be after " + before.validFrom() + ", when the one before begins");
        }
        relationships.end(before.relationshipId(), from);
    }

    /** What ended for it first. */
    private void tell(List<Relationship> ended, Relationship made) {
        ended.forEach(
                each -> outbox.publish(HierarchyChanged.of(relationships.get(each.relationshipId()), made.reason())));
        outbox.publish(HierarchyChanged.of(made, made.reason()));
    }

    private static void requireLiving(GoldenRecord customer) {
        if (customer.state().isFinal()) {
            throw new IllegalMove("customer " + customer.customerNumber(), customer.state(), "be related", List.of());
        }
    }

    private void keep(List<Relationship> before, Relationship after) {
        JsonNode was = Json.strict().valueToTree(before);
        JsonNode is = Json.strict().valueToTree(after);
        audit.keep(new Audited(
                "customer",
                after.customerId().toString(),
                "related",
                Audited.API,
                after.reason(),
                before.isEmpty() ? null : was,
                is));
    }
}
