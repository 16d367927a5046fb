package io.counterfoil.order.availability;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All stock levels, and each move of stock beside them. */
@Dependent
class Stocks {

    private final Database database;
    private final BusinessClock clock;

    @Inject
    Stocks(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<StockLevel> find(String productId) {
        return database.query("select * from stock_level where product_id = ?", productId)
                .one(Stocks::read);
    }

    /** The levels, kept from others until the transaction ends; always in one order, so that nobody waits in a circle. */
    List<StockLevel> forChange(Collection<String> productIds) {
        return database.query(
                        "select * from stock_level where product_id = any(?) order by product_id for update",
                        List.copyOf(productIds))
                .list(Stocks::read);
    }

    List<StockLevel> after(String productId, int limit) {
        return database.query(
                        "select * from stock_level where product_id > ? order by product_id limit ?", productId, limit)
                .list(Stocks::read);
    }

    boolean isProduct(String productId) {
        return database.query(
                        "select 1 from product_version where product_id = ? and state = 'APPROVED' limit 1", productId)
                .one(row -> true)
                .orElse(false);
    }

    /** A count of the warehouse replaces what was known. */
    void count(StockLevel level) {
        database.update(
                """
                insert into stock_level (product_id, on_hand, allocated, back_order, version) values (?, ?, ?, ?, ?)
                on conflict (product_id) do update set on_hand = excluded.on_hand, back_order = excluded.back_order,
                  version = excluded.version
                """,
                level.productId(),
                level.onHand(),
                level.allocated(),
                level.backOrder(),
                level.version());
    }

    /** Changes what is there and what is put aside, and keeps why. */
    void move(String productId, long onHand, long allocated, String kind, UUID orderId, String reference) {
        database.update(
                "update stock_level set on_hand = on_hand + ?, allocated = allocated + ?, version = version + 1 where product_id = ?",
                onHand,
                allocated,
                productId);
        remember(productId, onHand, allocated, kind, orderId, reference);
    }

    void remember(String productId, long onHand, long allocated, String kind, UUID orderId, String reference) {
        database.update(
                """
                insert into stock_move (product_id, on_hand, allocated, kind, order_id, reference, actor, moved_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                productId,
                onHand,
                allocated,
                kind,
                orderId,
                reference,
                Correlation.current().actor(),
                clock.now());
    }

    private static StockLevel read(Row row) {
        return new StockLevel(
                row.text("product_id"),
                row.longValue("on_hand"),
                row.longValue("allocated"),
                row.bool("back_order"),
                row.intValue("version"));
    }
}
