package io.counterfoil.order.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.common.trouble.Trouble;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.refusal.RefusalRules.Refused;
import io.counterfoil.order.refusal.TakeBackRefused.CannotTakeBack;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An order that is finally refused and can't be taken back is somebody's to look after, not a line in a log. */
class StuckOrdersTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final StuckOrders stuck = beans.get(StuckOrders.class);
    private final Troubles troubles = beans.get(Troubles.class);
    private final Refused order = new Refused(UUID.randomUUID(), "no rule", "deal-7");

    @BeforeEach
    void nobody_has_an_order() {
        database.update("truncate sales_order cascade");
        database.update(
                "insert into sales_order (order_id, order_number, state, channel, received_at, version) values (?, ?, 'RECEIVED', 'api', now(), 1)",
                order.orderId(),
                order.orderId().toString());
    }

    @Test
    void it_is_one_exception_however_often_it_is_tried() {
        met();
        met();
        assertThat(open()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("illegal-move");
            assertThat(one.correlationId()).isEqualTo("deal-7");
            assertThat(Json.read(one.original(), Refused.class)).isEqualTo(order);
        });
        assertThat(database.query("select code from refusal_passed_over where order_id = ?", order.orderId())
                        .list(row -> row.text("code")))
                .containsExactly("illegal-move");
    }

    @Test
    void its_exception_ends_when_it_could_be_taken_back() {
        met();
        POSTGRES.transactions().fresh(() -> stuck.moves(order.orderId()));
        assertThat(open()).isEmpty();
    }

    @Test
    void who_waives_it_is_not_asked_again() {
        met();
        database.update(
                "update exception set state = 'WAIVED', closed_at = now() where subject = ?",
                order.orderId().toString());
        met();
        assertThat(open()).isEmpty();
        assertThat(database.query(
                                "select until > now() + interval '1 year' as is_left from refusal_passed_over where order_id = ?",
                                order.orderId())
                        .list(row -> row.bool("is_left")))
                .containsExactly(true);
    }

    private void met() {
        POSTGRES.transactions()
                .fresh(() -> stuck.add(
                        new CannotTakeBack(order, new IllegalMove("Order", "COMPLETED", "be given up", List.of()))));
    }

    private List<Trouble> open() {
        return troubles.open(StuckOrders.ORIGIN, order.orderId().toString());
    }
}
