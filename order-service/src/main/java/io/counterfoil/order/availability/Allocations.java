package io.counterfoil.order.availability;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is put aside for orders. */
@Dependent
class Allocations {

    private static final String COLUMNS =
            "line_id, order_id, product_id, wanted, allocated, shipped, returned, released from stock_allocation ";

    private final Database database;

    @Inject
    Allocations(Database database) {
        this.database = database;
    }

    /** What an order wants of goods: its lines of products that have a stock level, in whole pieces. */
    List<Allocation> wanted(UUID orderId) {
        return database.query(
                        """
                        select l.line_id, l.order_id, l.product_id, ceil(l.quantity)::bigint as wanted, 0 as allocated, 0 as shipped,
                               0 as returned, false as released
                        from order_line l join stock_level s using (product_id)
                        where l.order_id = ? order by l.line_number
                        """,
                        orderId)
                .list(Allocations::read);
    }

    /** Which of these orders want goods at all. */
    Set<UUID> wanting(Collection<UUID> orderIds) {
        return new HashSet<>(database.query(
                        "select distinct l.order_id from order_line l join stock_level s using (product_id) where"
                                + " l.order_id = any(?)",
                        orderIds)
                .list(row -> row.uuid("order_id")));
    }

    /** What is put aside for an order, as it is now. */
    List<Allocation> find(UUID orderId) {
        return database.query("select " + COLUMNS + "where order_id = ? order by line_id", orderId)
                .list(Allocations::read);
    }

    /**
     * The same for change. They are locked last: after the order's process and after the levels of all their products, so that
     * nobody waits in a circle.
     */
    List<Allocation> of(UUID orderId) {
        return database.query("select " + COLUMNS + "where order_id = ? order by line_id for update", orderId)
                .list(Allocations::read);
    }

    /** Those that want more of a product, the oldest first. */
    List<Allocation> backOrdered(String productId) {
        return database.query(
                        "select " + COLUMNS
                                + "where product_id = ? and not released and allocated + shipped < wanted order by seq"
                                + " for update",
                        productId)
                .list(Allocations::read);
    }

    List<Allocation> after(UUID lineId, UUID orderId, int limit) {
        return database.query(
                        "select " + COLUMNS
                                + """
                                where (cast(? as uuid) is null or line_id > ?) and (cast(? as uuid) is null or order_id = ?)
                                order by line_id limit ?
                                """,
                        lineId,
                        lineId,
                        orderId,
                        orderId,
                        limit)
                .list(Allocations::read);
    }

    /** Orders that have something put aside, or had, after an id in the order of their ids. */
    List<UUID> orders(UUID orderId, int limit) {
        return database.query(
                        """
                        select distinct order_id from stock_allocation
                        where cast(? as uuid) is null or order_id > ? order by order_id limit ?
                        """,
                        orderId,
                        orderId,
                        limit)
                .list(row -> row.uuid("order_id"));
    }

    void write(Allocation one) {
        database.update(
                """
                insert into stock_allocation (line_id, order_id, product_id, wanted, allocated, shipped, returned, released)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (line_id) do update set allocated = excluded.allocated, shipped = excluded.shipped,
                  returned = excluded.returned, released = excluded.released
                """,
                one.lineId(),
                one.orderId(),
                one.productId(),
                one.wanted(),
                one.allocated(),
                one.shipped(),
                one.returned(),
                one.released());
    }

    private static Allocation read(Row row) {
        return new Allocation(
                row.uuid("line_id"),
                row.uuid("order_id"),
                row.text("product_id"),
                row.longValue("wanted"),
                row.longValue("allocated"),
                row.longValue("shipped"),
                row.longValue("returned"),
                row.bool("released"));
    }
}
