package io.counterfoil.order.order;

import io.counterfoil.common.db.Changes;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Table;
import io.counterfoil.common.http.Json;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** How orders and their lines lie in the database. What is read for change is written with all others of its transaction. */
@Dependent
class OrderRows {

    static final Table<Order> TABLE = AgreedTerms.columns(Table.<Order>named("sales_order")
                    .with("order_id", "uuid", Order::orderId)
                    .with("order_number", "text", Order::orderNumber)
                    .with("channel", "text", Order::channel)
                    .with("external_system", "text", order -> ExternalReference.systemOf(order.externalReference()))
                    .with("external_id", "text", order -> ExternalReference.idOf(order.externalReference()))
                    .with("received_at", "timestamptz", Order::receivedAt)
                    .with("state", "text", Order::state)
                    .with("held_from", "text", Order::heldFrom)
                    .with("reason_code", "text", Order::reasonCode)
                    .with("reason", "text", Order::reason)
                    .with("accepted_at", "timestamptz", Order::acceptedAt)
                    .with("customer_id", "uuid", Order::customerId)
                    .with("contract_id", "uuid", Order::contractId)
                    .with("billed", "boolean", Order::isBilled)
                    .with("bill_to", "text", Order::billTo, Json::write))
            .having(OrderLine.table(), Order::newLines);

    private static final String READ = "select * from sales_order where order_id = any(?) order by order_id";

    private final Database database;
    private final Changes changes;

    @Inject
    OrderRows(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    /** The orders in the order of their ids, with what this transaction changed. */
    List<Order> read(Collection<UUID> orderIds) {
        LinesOfSet lines = new LinesOfSet(orderIds);
        return database.query(READ, orderIds)
                .list(row -> changes.known(TABLE, row.uuid("order_id")).orElseGet(() -> new Order(row, lines::of)));
    }

    /** Keeps the orders from others until the transaction ends, and at hand for change; locked in the order of their ids. */
    List<Order> lock(Collection<UUID> orderIds) {
        LinesOfSet lines = new LinesOfSet(orderIds);
        return database.query(READ + " for update", orderIds).list(row -> changes.known(TABLE, row.uuid("order_id"))
                .orElseGet(() -> changes.keep(TABLE, new Order(row, lines::of))));
    }

    /** The lines of the orders of a set: read when one of them is asked for its lines, and then for all of them. */
    private final class LinesOfSet {
        private final Collection<UUID> orderIds;
        private Map<UUID, List<OrderLine>> byOrder;

        LinesOfSet(Collection<UUID> orderIds) {
            this.orderIds = orderIds;
        }

        List<OrderLine> of(UUID orderId) {
            if (byOrder == null) {
                byOrder = database
                        .query(
                                "select * from order_line where order_id = any(?) order by order_id, line_number",
                                orderIds)
                        .list(OrderLine::new)
                        .stream()
                        .collect(Collectors.groupingBy(OrderLine::orderId));
            }
            return byOrder.getOrDefault(orderId, List.of());
        }
    }
}
