package io.counterfoil.customer.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.customer.ownership.NotSystemOfRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose the hierarchy is decides about its end as about its beginning. */
class HierarchyOwnershipTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");

    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final Relationships relationships = beans.get(Relationships.class);
    private final EndRelationship end = beans.get(EndRelationship.class);

    @BeforeEach
    void nobody_owns_anything() {
        POSTGRES.database().update("truncate ownership_matrix");
    }

    @Test
    void what_another_system_owns_no_person_ends() {
        Relationship standing = standing();
        owned("crm");
        assertThatThrownBy(() -> end(standing))
                .isInstanceOf(NotSystemOfRecord.class)
                .hasMessageContaining("crm");
        assertThat(relationships.get(standing.relationshipId()).validTo()).isNull();
    }

    @Test
    void what_nobody_else_owns_a_person_ends() {
        Relationship free = standing();
        assertThat(end(free).validTo()).isEqualTo(DAY);
        Relationship ours = standing();
        owned("customer-service");
        assertThat(end(ours).validTo()).isEqualTo(DAY);
    }

    private Relationship end(Relationship standing) {
        return POSTGRES.transactions()
                .fresh(() -> end.handle(
                        standing.customerId(),
                        standing.relationshipId(),
                        new RelationshipJson.Ending(DAY, "sold to another group")));
    }

    private Relationship standing() {
        Relationship made = new Relationship(
                UUID.randomUUID(),
                customer(),
                RelationshipKind.PARENT,
                customer(),
                LocalDate.parse("2026-01-01"),
                null,
                "bought",
                "test",
                Instant.EPOCH);
        relationships.add(made);
        return made;
    }

    private static void owned(String system) {
        POSTGRES.database()
                .update(
                        """
                        insert into ownership_matrix (valid_from, rules, reason, state, proposed_by, proposed_at, decided_by, decided_at)
                        values ('2000-01-01', ?::jsonb, 'test', 'APPROVED', 'one', '2000-01-01', 'another', '2000-01-01')
                        """,
                        """
                        [{"object": "CUSTOMER", "item": "HIERARCHY", "system": "%s", "right": "OWNS", "authority": "%s"}]
                        """
                                .formatted(system, system.equals("customer-service") ? "NATIVE" : "FEDERATED"));
    }

    private static UUID customer() {
        UUID id = UUID.randomUUID();
        POSTGRES.database()
                .update(
                        """
                        insert into customer (id, customer_number, version, state, legal_name, payment_terms_days, name_key,
                                              created_at, changed_at)
                        values (?, ?, 1, 'ACTIVE', 'Member', 30, 'member', now(), now())
                        """,
                        id,
                        "C-" + id);
        return id;
    }
}
