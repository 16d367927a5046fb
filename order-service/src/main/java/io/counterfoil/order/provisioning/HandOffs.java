package io.counterfoil.order.provisioning;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.order.platform.SetUp.Item;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All requests to the product platform, and which products need one. */
@Dependent
class HandOffs {

    private final Database database;

    @Inject
    HandOffs(Database database) {
        this.database = database;
    }

    /** What of an order the platform sets up; empty for most. */
    List<Item> items(UUID orderId) {
        return database.query(
                        """
                        select p.sku, trim_scale(l.quantity)::text as quantity, l.start_date, l.end_date
                        from order_line l join provisioned_product p using (product_id)
                        where l.order_id = ? and p.active order by l.line_number
                        """,
                        orderId)
                .list(row ->
                        new Item(row.text("sku"), row.text("quantity"), row.date("start_date"), row.date("end_date")));
    }

    /** Which of these orders have something for the platform to set up. */
    Set<UUID> wanting(Collection<UUID> orderIds) {
        return new HashSet<>(database.query(
                        """
                                select distinct l.order_id from order_line l join provisioned_product p using (product_id)
                                where l.order_id = any(?) and p.active
                                """,
                        orderIds)
                .list(row -> row.uuid("order_id")));
    }

    String orderNumber(UUID orderId) {
        return database.query("select order_number from sales_order where order_id = ?", orderId)
                .one(row -> row.text("order_number"))
                .orElseThrow();
    }

    Optional<HandOff> find(UUID orderId) {
        return database.query("select * from provisioning where order_id = ?", orderId)
                .one(HandOffs::read);
    }

    /** The hand-off, kept from others until the transaction ends. */
    Optional<HandOff> forChange(UUID orderId) {
        return database.query("select * from provisioning where order_id = ? for update", orderId)
                .one(HandOffs::read);
    }

    void add(HandOff one) {
        database.update(
                """
                insert into provisioning (order_id, order_number, customer_id, state, request, correlation_id, version)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                one.orderId(),
                one.orderNumber(),
                one.customerId(),
                one.state(),
                one.request(),
                one.correlationId(),
                one.version());
    }

    void write(HandOff one) {
        database.update(
                "update provisioning set state = ?, platform_id = ?, reason = ?, version = ? where order_id = ?",
                one.state(),
                one.platformId(),
                one.reason(),
                one.version(),
                one.orderId());
    }

    List<HandOff> after(UUID orderId, int limit) {
        return database.query(
                        "select * from provisioning where cast(? as uuid) is null or order_id > ? order by order_id limit ?",
                        orderId,
                        orderId,
                        limit)
                .list(HandOffs::read);
    }

    private static HandOff read(Row row) {
        return new HandOff(
                row.uuid("order_id"),
                row.text("order_number"),
                row.uuid("customer_id"),
                HandOffState.valueOf(row.text("state")),
                row.text("request"),
                row.text("platform_id"),
                row.text("reason"),
                row.text("correlation_id"),
                row.intValue("version"));
    }
}
