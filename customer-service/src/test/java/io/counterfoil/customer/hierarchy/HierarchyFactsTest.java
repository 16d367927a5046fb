package io.counterfoil.customer.hierarchy;

import io.counterfoil.common.testing.GoldenExample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HierarchyFactsTest {

    @Test
    void the_end_of_a_relationship_is_told_as_the_example_says() {
        Relationship ended = new Relationship(
                UUID.fromString("0190a1b2-00f1-7000-8000-000000000001"),
                UUID.fromString("0190a1b2-0001-7000-8000-000000000002"),
                RelationshipKind.PARENT,
                UUID.fromString("0190a1b2-0001-7000-8000-000000000001"),
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-03-06"),
                "One group",
                "test",
                Instant.EPOCH);
        GoldenExample.of("hierarchy-changed.v1").assertProduces(HierarchyChanged.of(ended, "Sold to its management"));
    }
}
