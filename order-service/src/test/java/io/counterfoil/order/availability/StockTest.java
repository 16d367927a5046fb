package io.counterfoil.order.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.testing.TestBeans;
import io.counterfoil.common.testing.TestPostgres;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.journey.Stay;
import io.counterfoil.order.order.OrderGivenUp;
import io.counterfoil.order.reversal.GoodsReturned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whatever is ordered and comes in: never more is put aside than is there, and the oldest get theirs first. */
class StockTest {

    private static final TestPostgres POSTGRES = TestPostgres.migrated();

    private final Database database = POSTGRES.database();
    private final TestBeans beans = TestBeans.on(POSTGRES);
    private final Stocks stocks = beans.get(Stocks.class);
    private final Allocations allocations = beans.get(Allocations.class);
    private final AllocateStock allocate = beans.get(AllocateStock.class);
    private final ReceiveStock receive = beans.get(ReceiveStock.class);
    private final FreeStock free = beans.get(FreeStock.class);
    private final Journeys journeys = beans.get(Journeys.class);

    @Test
    void generated_orders_and_receipts_keep_the_stock_right() {
        long seed = Long.getLong("counterfoil.seed", System.nanoTime());
        Random random = new Random(seed);
        String product = product(random.nextInt(5), true);
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            if (random.nextBoolean()) {
                orders.add(allocated(product, 1 + random.nextInt(4)));
            } else {
                received(product, 1 + random.nextInt(6));
            }
            StockLevel level = stocks.find(product).orElseThrow();
            List<Allocation> lines = orders.stream()
                    .flatMap(order -> allocations.after(null, order, 9).stream())
                    .toList();
            assertThat(level.free()).as("seed " + seed).isNotNegative();
            assertThat(lines.stream().mapToLong(Allocation::allocated).sum())
                    .as("seed " + seed)
                    .isEqualTo(level.allocated());
            boolean waiting = lines.stream().anyMatch(line -> line.missing() > 0);
            assertThat(waiting && level.free() > 0)
                    .as("somebody waits beside free stock, seed " + seed)
                    .isFalse();
        }
    }

    @Test
    void what_may_not_be_back_ordered_is_refused_and_nothing_is_put_aside() {
        String product = product(2, false);
        assertThatThrownBy(() -> allocated(product, 3))
                .isInstanceOf(OutOfStock.class)
                .hasMessageContaining("2 are free");
        assertThat(stocks.find(product).orElseThrow().allocated()).isZero();
        allocated(product, 2);
        assertThat(stocks.find(product).orElseThrow().free()).isZero();
    }

    @Test
    void what_was_shipped_of_an_order_that_came_to_nothing_can_come_back() {
        String product = product(3, false);
        UUID order = allocated(product, 3);
        Allocation one = allocations.find(order).get(0);
        POSTGRES.transactions().fresh(() -> {
            allocations.write(new Allocation(one.lineId(), order, product, 3, 2, 1, 0, false));
            stocks.move(product, -1, -1, "SHIPPED", order, null);
            journeys.move(ProcessKind.DELIVERY, order, "PARTLY_SHIPPED", "a shipment");
        });
        POSTGRES.transactions().fresh(() -> free.release(new OrderGivenUp(order, "cancelled")));
        assertThat(stocks.find(product).orElseThrow().free()).isEqualTo(2);
        POSTGRES.transactions().fresh(() -> free.back(new GoodsReturned(order, "R-1", Map.of(one.lineId(), 1L))));
        assertThat(stocks.find(product).orElseThrow().free()).isEqualTo(3);
        assertThat(journeys.stays(ProcessKind.DELIVERY, order))
                .extracting(Stay::state)
                .containsExactly("ALLOCATING", "ALLOCATED", "PARTLY_SHIPPED", "RELEASED", "RETURNED");
    }

    private String product(int onHand, boolean backOrder) {
        String product = "P-" + UUID.randomUUID();
        stocks.count(new StockLevel(product, onHand, 0, backOrder, 1));
        return product;
    }

    private UUID allocated(String product, int quantity) {
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
                insert into order_line (line_id, order_id, line_number, product_id, product_name, plan_id, quantity, unit_price, currency,
                                        start_date, performance_obligation_id, revenue_treatment, tax_category_code,
                                        standalone_price_minor, standalone_price_known, line_total_minor, version)
                values (?, ?, 1, ?, 'P', 'p', ?, 10, 'USD', '2026-01-01', ?, 'POINT_IN_TIME', 'S', 1000, true, 1000, 1)
                """,
                UUID.randomUUID(),
                order,
                product,
                quantity,
                UUID.randomUUID());
        POSTGRES.transactions()
                .fresh(() -> assertThat(allocate.isOpen(order, null)).isTrue());
        return order;
    }

    private void received(String product, long quantity) {
        POSTGRES.transactions().fresh(() -> receive.handle(product, new StockJson.Receipt(quantity, null)));
    }
}
