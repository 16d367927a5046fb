package io.counterfoil.order.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trouble.Routes;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.TroubleClass;
import io.counterfoil.common.trouble.Troubles;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose an overdue state is: what the definition of its process publishes. */
class ParkOverdueTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final TestBeans beans = TestBeans.on(POSTGRES);

    @Test
    void it_is_of_the_published_owner_of_its_state_whatever_the_route_of_the_class() {
        POSTGRES.transactions().fresh(() -> beans.get(Routes.class).set(TroubleClass.OVERDUE, "night-shift", 30));
        String published = ProcessKind.QUOTE.rule("AWAITING_APPROVAL").owner();
        assertThat(parked(ProcessKind.QUOTE, "AWAITING_APPROVAL"))
                .extracting(Trouble::trouble, Trouble::code, Trouble::owner)
                .containsExactly(TroubleClass.OVERDUE, "state-lasts-too-long", published);
    }

    @Test
    void so_is_that_of_a_process_with_stages_of_its_own() {
        UUID order = UUID.randomUUID();
        POSTGRES.transactions().fresh(() -> beans.get(Journeys.class)
                .overdue(ProcessKind.QUOTE_TO_CASH, order, "AWAITING_POSTING", LONG_AGO));
        assertThat(open(order).owner())
                .isEqualTo(ProcessKind.QUOTE_TO_CASH.rule("AWAITING_POSTING").owner());
    }

    private Trouble parked(ProcessKind kind, String state) {
        UUID id = UUID.randomUUID();
        POSTGRES.database()
                .update(
                        """
                        insert into journey (process, journey_id, state, entered_at, due_at, correlation_id)
                        values (?, ?, ?, ?, ?, 'deal')
                        """,
                        kind,
                        id,
                        state,
                        LONG_AGO,
                        LONG_AGO);
        assertThat(POSTGRES.transactions()
                        .fresh(() -> beans.get(ParkOverdue.class).handle()))
                .isTrue();
        return open(id);
    }

    private Trouble open(UUID id) {
        return beans.get(Troubles.class).open(ParkOverdue.ORIGIN, id.toString()).get(0);
    }
}
