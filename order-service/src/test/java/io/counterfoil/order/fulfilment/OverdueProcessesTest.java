package io.counterfoil.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which processes stay too long, decided by the database. */
class OverdueProcessesTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final Instant ENTERED = Instant.parse("2026-03-01T12:00:00Z");

    private final Database database = POSTGRES.database();
    private final OverdueProcesses overdue = new OverdueProcesses(database);
    private final UUID order = UUID.randomUUID();

    @BeforeEach
    void one_process() {
        database.update("truncate journey, quote_to_cash, process_stage, order_line, sales_order cascade");
        database.update(
                """
                insert into sales_order (order_id, order_number, state, channel, received_at, version)
                values (?, ?, 'RECEIVED', 'api', now(), 1)
                """,
                order,
                order.toString());
        database.update(
                """
                insert into quote_to_cash (order_id, order_number, has_crm, correlation_id, state, entered_at, version)
                values (?, 'O', true, 'c', 'WRITING_BACK', ?, 1)
                """,
                order,
                ENTERED);
    }

    @Test
    void it_is_overdue_after_the_deadline_of_its_state() {
        Instant due = ENTERED.plus(Duration.ofDays(1));
        assertThat(overdue.nextDue()).contains(due);
        assertThat(overdue.next(due.minusSeconds(1))).isEmpty();
        assertThat(overdue.next(due))
                .hasValueSatisfying(one -> assertThat(one.orderId()).isEqualTo(order));
    }

    @Test
    void one_that_is_an_exception_is_left_until_it_has_gone_on() {
        database.update(
                """
                insert into journey (process, journey_id, state, entered_at, correlation_id)
                values ('QUOTE_TO_CASH', ?, 'WRITING_BACK', ?, 'c')
                """,
                order,
                ENTERED);
        assertThat(overdue.nextDue()).isEmpty();
        assertThat(overdue.left()).isEmpty();
        database.update("update quote_to_cash set state = 'COMPLETED'");
        assertThat(overdue.left()).contains(order);
        assertThat(overdue.nextDue()).contains(Instant.EPOCH);
    }
}
