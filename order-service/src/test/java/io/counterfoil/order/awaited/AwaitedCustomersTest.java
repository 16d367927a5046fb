package io.counterfoil.order.awaited;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestPostgres;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose change lets which held order go on, decided by the database. */
class AwaitedCustomersTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final AwaitedCustomers awaited = new AwaitedCustomers(database);

    @Test
    void an_order_waits_for_each_on_the_way_to_what_is_not_in_order_and_for_those_of_its_last_refusal_alone() {
        UUID buyer = UUID.randomUUID();
        UUID parent = UUID.randomUUID();
        UUID payer = UUID.randomUUID();
        UUID order = order("HELD");
        UUID exception = exception(order, "OPEN");
        awaited.note(order, buyer, List.of(buyer, parent));
        assertThat(awaited.waitingFor(List.of(parent, buyer)))
                .singleElement()
                .satisfies(waits -> assertThat(waits.exception()).isEqualTo(exception));
        assertThat(awaited.waitingFor(List.of(payer))).isEmpty();
        awaited.note(order, buyer, List.of(buyer, payer));
        assertThat(awaited.waitingFor(List.of(parent))).isEmpty();
        assertThat(awaited.waitingFor(List.of(payer))).hasSize(1);
        awaited.drop(order);
        assertThat(awaited.waitingFor(List.of(buyer, payer))).isEmpty();
    }

    @Test
    void what_is_not_held_any_more_or_was_given_up_does_not_wait() {
        UUID buyer = UUID.randomUUID();
        UUID parent = UUID.randomUUID();
        UUID gone = order("CANCELLED");
        exception(gone, "OPEN");
        UUID waived = order("HELD");
        exception(waived, "WAIVED");
        awaited.note(gone, buyer, List.of(parent));
        awaited.note(waived, buyer, List.of(parent));
        assertThat(awaited.waitingFor(List.of(parent))).isEmpty();
    }

    private UUID exception(UUID order, String state) {
        UUID id = UUID.randomUUID();
        database.update(
                """
                insert into exception (id, origin, class, code, owner, state, subject, reason, remedy, correlation_id, content_type,
                                       original, opened_at, due_at)
                values (?, 'step:resolve-customer', 'MASTER_DATA', 'parent-not-active', 'customer-team', ?, ?, 'why', 'how', 'c',
                        'application/json', '{}', now(), now())
                """,
                id,
                state,
                order.toString());
        return id;
    }

    private UUID order(String state) {
        UUID order = UUID.randomUUID();
        database.update(
                """
                insert into sales_order (order_id, order_number, state, channel, received_at, version)
                values (?, ?, 'RECEIVED', 'api', now(), 1)
                """,
                order,
                order.toString());
        database.update(
                """
                insert into quote_to_cash (order_id, order_number, has_crm, correlation_id, state, held_from, reason_code, reason, owner,
                                           remedy, exception_id, entered_at, version)
                values (?, 'O', false, 'c', ?, ?, ?, ?, ?, ?, ?, now(), 1)
                """,
                order,
                state,
                "HELD".equals(state) ? "RESOLVING_CUSTOMER" : null,
                "HELD".equals(state) ? "parent-not-active" : null,
                "HELD".equals(state) ? "why" : null,
                "HELD".equals(state) ? "customer-team" : null,
                "HELD".equals(state) ? "how" : null,
                "HELD".equals(state) ? UUID.randomUUID() : null);
        return order;
    }
}
