package io.counterfoil.customer.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is asked for in whatever order, nobody stands above itself on any day. */
class HierarchyTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final int DAYS = 30;
    private static final List<UUID> CUSTOMERS = new ArrayList<>();

    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final Relationships relationships = beans.get(Relationships.class);
    private final Family family = beans.get(Family.class);

    @BeforeAll
    static void some_customers() {
        for (int i = 0; i < 8; i++) {
            UUID id = new UUID(7, i);
            CUSTOMERS.add(id);
            POSTGRES.database()
                    .update(
                            """
                            insert into customer (id, customer_number, version, state, legal_name, payment_terms_days, name_key,
                                                  created_at, changed_at)
                            values (?, ?, 1, 'ACTIVE', 'Member', 30, 'member', now(), now())
                            """,
                            id,
                            "C-" + i);
        }
    }

    @Test
    void random_wishes_never_close_a_circle_on_any_day() {
        long seed = Long.getLong("counterfoil.seed", 20261121L);
        System.err.println("seed " + seed);
        Random random = new Random(seed);
        int made = 0;
        for (int i = 0; i < 400; i++) {
            made += wish(random) ? 1 : 0;
        }
        assertThat(made).isGreaterThan(20);
        for (int day = 0; day < DAYS; day += 3) {
            for (UUID customer : CUSTOMERS) {
                List<UUID> above = family.above(customer, FIRST.plusDays(day));
                Set<UUID> different = new HashSet<>(above);
                assertThat(above).as("above " + customer + " on day " + day).hasSameSizeAs(different);
                assertThat(above.size()).isLessThanOrEqualTo(CUSTOMERS.size());
                UUID top = above.get(above.size() - 1);
                assertThat(family.below(top, FIRST.plusDays(day))).contains(customer);
            }
        }
    }

    /** As {@link Relate} does it, without the rest of the house. */
    private boolean wish(Random random) {
        UUID child = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
        UUID parent = CUSTOMERS.get(random.nextInt(CUSTOMERS.size()));
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        if (relationships.isAbove(child, parent, RelationshipKind.PARENT, from)) {
            return false;
        }
        List<Relationship> standing = relationships.of(child, null).stream()
                .filter(each -> each.validTo() == null || each.validTo().isAfter(from))
                .toList();
        if (standing.stream().anyMatch(each -> !each.validFrom().isBefore(from))) {
            return false;
        }
        standing.forEach(each -> relationships.end(each.relationshipId(), from));
        relationships.add(new Relationship(
                UUID.randomUUID(), child, RelationshipKind.PARENT, parent, from, null, "test", "test", Instant.EPOCH));
        return true;
    }
}
