package io.counterfoil.order.awaited;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.order.awaited.TakeWaitingBuyer.Question;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a buyer who was refused is asked about again, decided by the database. */
class WaitingBuyersTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final AwaitedCustomers awaited = beans.get(AwaitedCustomers.class);
    private final TakeWaitingBuyer take = beans.get(TakeWaitingBuyer.class);
    private final UUID order = UUID.randomUUID();
    private final UUID buyer = UUID.randomUUID();

    @BeforeEach
    void it_was_refused_a_moment_ago() {
        database.update("truncate sales_order, order_line cascade");
        database.update(
                """
                insert into sales_order (order_id, order_number, state, held_from, reason_code, reason, channel, received_at, currency, version)
                values (?, 'O-1', 'HELD', 'VALIDATED', 'credit-refused', 'why', 'api', now(), 'USD', 1)
                """,
                order);
        database.update(
                """
                insert into order_line (line_id, order_id, line_number, product_id, product_name, plan_id, quantity, unit_price, currency,
                                        start_date, performance_obligation_id, revenue_treatment, tax_category_code,
                                        standalone_price_minor, standalone_price_known, line_total_minor, version)
                values (gen_random_uuid(), ?, 1, 'SETUP', 'Set-up', 'setup-once', 1, 1700.00, 'USD', date '2026-01-01',
                        gen_random_uuid(), 'POINT_IN_TIME', 'S', 170000, true, 170000, 1)
                """,
                order);
        awaited.note(order, buyer, List.of());
    }

    @Test
    void not_at_once_then_ever_less_often() {
        UUID exception = exception("OPEN");
        assertThat(awaited.isAnyDue()).isFalse();
        assertThat(taken()).isEmpty();
        due();
        assertThat(taken()).contains(new Question(buyer, Money.of("1700.00", "USD"), exception));
        assertThat(taken()).isEmpty();
        due();
        assertThat(taken()).isPresent();
        assertThat(database.query("select asked, ask_at > now() + interval '1 minute' as is_late from waiting_buyer")
                        .list(row -> row.intValue("asked") + " " + row.bool("is_late")))
                .containsExactly("2 true");
    }

    @Test
    void nobody_asks_for_an_order_that_waits_no_more() {
        exception("RESOLVED");
        due();
        assertThat(taken()).contains(Question.NONE);
        due();
        assertThat(awaited.isAnyDue()).isFalse();
    }

    @Test
    void a_further_refusal_begins_anew_and_one_of_another_kind_ends_it() {
        exception("OPEN");
        due();
        taken();
        awaited.note(order, buyer, List.of());
        assertThat(database.query("select asked from waiting_buyer").list(row -> row.intValue("asked")))
                .containsExactly(0);
        awaited.drop(order);
        due();
        assertThat(awaited.isAnyDue()).isFalse();
    }

    private Optional<Question> taken() {
        return POSTGRES.transactions().fresh(take::handle);
    }

    private void due() {
        database.update("update waiting_buyer set ask_at = now() - interval '1 second'");
    }

    private UUID exception(String state) {
        UUID id = UUID.randomUUID();
        database.update(
                """
                insert into exception (id, origin, class, code, owner, state, subject, reason, remedy, correlation_id, content_type,
                                       original, opened_at, due_at)
                values (?, 'step:resolve-customer', 'CREDIT', 'credit-refused', 'credit-team', ?, ?, 'why', 'how', 'c',
                        'application/json', '{}', now(), now())
                """,
                id,
                state,
                order.toString());
        return id;
    }
}
