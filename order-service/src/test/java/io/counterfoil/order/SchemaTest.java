package io.counterfoil.order;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.testing.TestPostgres;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The schema refuses what the code must never do. */
class SchemaTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();

    private UUID order(String state, String heldFrom) {
        UUID id = UUID.randomUUID();
        database.update(
                """
                insert into sales_order (order_id, order_number, state, held_from, channel, received_at, version)
                values (?, ?, ?, ?, 'api', now(), 1)
                """,
                id,
                id.toString(),
                state,
                heldFrom);
        return id;
    }

    @Test
    void an_order_is_held_from_somewhere_or_not_held() {
        assertThatCode(() -> order("HELD", "RECEIVED")).doesNotThrowAnyException();
        assertThatThrownBy(() -> order("HELD", null)).isInstanceOf(DatabaseFailure.class);
        assertThatThrownBy(() -> order("RECEIVED", "RECEIVED")).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void an_accepted_order_has_a_customer_and_a_contract() {
        assertThatThrownBy(() -> order("ACCEPTED", null)).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void a_process_is_never_held_without_reason_and_owner() {
        UUID id = order("RECEIVED", null);
        assertThatThrownBy(() -> database.update(
                        """
                        insert into quote_to_cash (order_id, order_number, has_crm, correlation_id, state, held_from, version)
                        values (?, 'O', true, 'c', 'HELD', 'FETCHING', 1)
                        """,
                        id))
                .isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void one_order_for_each_external_reference() {
        UUID id = order("RECEIVED", null);
        database.update("insert into order_reference values ('salesforce', 'x', ?)", id);
        assertThatThrownBy(() -> database.update(
                        "insert into order_reference values ('salesforce', 'x', ?)", order("RECEIVED", null)))
                .isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void the_obligations_of_a_contract_add_up_to_its_price() {
        UUID id = order("RECEIVED", null);
        UUID line = UUID.randomUUID();
        database.update(
                """
                insert into order_line values (?, ?, 1, 'P', 'P', 'p', null, 1, 10, 'USD', '2026-01-01', null, ?, 'POINT_IN_TIME', 'S',
                                               1000, true, 1000, 1)
                """,
                line,
                id,
                UUID.randomUUID());
        assertThatThrownBy(() -> sign(id, line, 1000, 999)).isInstanceOf(RuntimeException.class);
        assertThatCode(() -> sign(id, line, 1000, 1000)).doesNotThrowAnyException();
    }

    private void sign(UUID order, UUID line, long price, long share) {
        POSTGRES.transactions().fresh(() -> {
            UUID contract = UUID.randomUUID();
            database.update(
                    "insert into contract values (?, ?, 1, ?, ?, 'US01', 'USD', '2026-01-01', 12, ?, 1)",
                    contract,
                    contract.toString(),
                    order,
                    UUID.randomUUID(),
                    price);
            database.update(
                    "insert into obligation values (?, ?, 1, ?, 'P', 'POINT_IN_TIME', 'USD', 1000, true, ?, '2026-01-01', null, 1)",
                    UUID.randomUUID(),
                    contract,
                    line,
                    share);
        });
    }
}
