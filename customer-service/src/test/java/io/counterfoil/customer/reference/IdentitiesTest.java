package io.counterfoil.customer.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** To whom a reference belongs, decided by the database. */
class IdentitiesTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final Instant NOW = Instant.parse("2026-01-01T17:00:00Z");

    private final Database database = POSTGRES.database();
    private final Identities identities = TestBeans.on(POSTGRES).get(Identities.class);

    @Test
    void a_reference_goes_from_one_customer_to_another_but_to_none_that_is_not_there() {
        ExternalReference account = new ExternalReference("salesforce", "001000000000001AAA");
        UUID first = customer();
        UUID second = customer();
        identities.link(first, account, NOW);
        identities.link(second, account, NOW);
        assertThat(identities.holderOf(account)).contains(second);
        assertThatThrownBy(() -> identities.link(UUID.randomUUID(), account, NOW))
                .isInstanceOf(DatabaseFailure.class);
        assertThatThrownBy(() -> identities.link(UUID.randomUUID(), new ExternalReference("salesforce", "2"), NOW))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(identities.holderOf(account)).contains(second);
    }

    @Test
    void a_customer_is_never_deleted() {
        UUID kept = customer();
        assertThatThrownBy(() -> database.update("delete from customer where id = ?", kept))
                .isInstanceOf(DatabaseFailure.class);
    }

    private UUID customer() {
        UUID id = UUID.randomUUID();
        database.update(
                """
                insert into customer (id, customer_number, version, state, legal_name, payment_terms_days, name_key,
                                      created_at, changed_at)
                values (?, ?, 1, 'ACTIVE', 'Northwind', 30, 'northwind', now(), now())
                """,
                id,
                id.toString());
        return id;
    }
}
