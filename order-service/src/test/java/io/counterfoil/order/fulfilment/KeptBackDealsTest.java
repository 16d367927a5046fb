package io.counterfoil.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which deals wait for their other parts, decided by the database. */
class KeptBackDealsTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final Processes processes = TestBeans.on(POSTGRES).get(Processes.class);

    @Test
    void it_is_the_first_order_of_a_deal_that_is_billed_and_of_which_nobody_is_told() {
        UUID alone = process("WRITING_BACK", "2026-03-01T12:00:00Z", null);
        process("AWAITING_INVOICE", "2026-03-01T12:00:00Z", UUID.randomUUID());
        assertThat(processes.keptBack()).isEmpty();
        UUID late = process("WRITING_BACK", "2026-03-02T12:00:00Z", UUID.randomUUID());
        UUID early = process("WRITING_BACK", "2026-03-01T13:00:00Z", UUID.randomUUID());
        assertThat(processes.keptBack()).contains(new Processes.Kept(early, Instant.parse("2026-03-01T13:00:00Z")));
        database.update("update quote_to_cash set write_back_due = true where order_id = ?", early);
        assertThat(processes.keptBack())
                .hasValueSatisfying(
                        kept -> assertThat(kept.orderId()).isEqualTo(late).isNotEqualTo(alone));
    }

    /** @param deal the id of the order too, where it is the first one of a deal */
    private UUID process(String state, String since, UUID deal) {
        UUID order = deal == null ? UUID.randomUUID() : deal;
        database.update(
                """
                insert into sales_order (order_id, order_number, state, channel, received_at, version)
                values (?, ?, 'RECEIVED', 'api', now(), 1)
                """,
                order,
                order.toString());
        database.update(
                """
                insert into quote_to_cash (order_id, order_number, has_crm, correlation_id, state, entered_at, deal_id, version)
                values (?, 'O', true, 'c', ?, ?, ?, 1)
                """,
                order,
                state,
                Instant.parse(since),
                deal);
        return order;
    }
}
