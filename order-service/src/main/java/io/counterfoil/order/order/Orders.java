package io.counterfoil.order.order;

import io.counterfoil.common.db.Changes;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.Numbers;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All orders. */
@Dependent
class Orders {

    @Inject
    Database database;

    @Inject
    Changes changes;

    @Inject
    OrderRows rows;

    @Inject
    Numbers numbers;

    Optional<Order> find(UUID orderId) {
        return changes.known(OrderRows.TABLE, orderId)
                .or(() -> rows.read(List.of(orderId)).stream().findFirst());
    }

    /** The order, kept from others until the transaction ends. */
    Order forChange(UUID orderId) {
        return changes.known(OrderRows.TABLE, orderId)
                .or(() -> rows.lock(List.of(orderId)).stream().findFirst())
                .orElseThrow(() -> new NotFound("order", orderId));
    }

    /** Locks the orders of a set in the order of their ids; from here on each is at hand for change. */
    void lock(Collection<UUID> orderIds) {
        if (!orderIds.isEmpty()) {
            rows.lock(orderIds);
        }
    }

    /** What orders are worth over their terms, before tax; those without lines are left out. */
    Map<UUID, Money> values(Collection<UUID> orderIds) {
        Map<UUID, Money> values = new HashMap<>();
        database.query(
                        """
                        select order_id, currency, sum(line_total_minor)::bigint as total from order_line
                        where order_id = any(?) group by order_id, currency
                        """,
                        orderIds)
                .list(row -> values.put(row.uuid("order_id"), row.money("total", "currency")));
        return values;
    }

    /** One of a set: written with the others, and at hand until then. */
    void addToSet(Order order) {
        changes.add(OrderRows.TABLE, order);
    }

    /** Writes it at once: what is locked later in the transaction must be in the database. */
    void add(Order order) {
        changes.add(OrderRows.TABLE, order);
        changes.write();
    }

    /** Writes what changed, so that the version is the one that the caller is told. */
    Order written(Order order) {
        changes.write();
        return order;
    }

    /** True for the first who claims the reference; others wait for the first one's commit and get false. */
    boolean claim(ExternalReference reference, UUID orderId) {
        return database.update(
                        """
                        insert into order_reference (system, external_id, order_id) values (?, ?, ?)
                        on conflict do nothing
                        """,
                        reference.system(),
                        reference.id(),
                        orderId)
                == 1;
    }

    /** The same for a set: those who were first, with their orders' ids. */
    Map<ExternalReference, UUID> claim(Map<ExternalReference, UUID> references) {
        List<ExternalReference> all = List.copyOf(references.keySet());
        Map<ExternalReference, UUID> first = new HashMap<>();
        database.query(
                        """
                        insert into order_reference (system, external_id, order_id)
                        select * from unnest(?::text[], ?::text[], ?::uuid[]) as r(system, external_id, order_id)
                        order by system, external_id
                        on conflict do nothing returning system, external_id
                        """,
                        all.stream().map(ExternalReference::system).toList(),
                        all.stream().map(ExternalReference::id).toList(),
                        all.stream().map(references::get).toList())
                .list(row -> new ExternalReference(row.text("system"), row.text("external_id")))
                .forEach(reference -> first.put(reference, references.get(reference)));
        return first;
    }

    Optional<UUID> referredBy(ExternalReference reference) {
        return database.query(
                        "select order_id from order_reference where system = ? and external_id = ?",
                        reference.system(),
                        reference.id())
                .one(row -> row.uuid("order_id"));
    }

    void belongsTo(UUID orderId, String partnerId, String person) {
        changes.write();
        database.update(
                "insert into order_owner (order_id, partner_id, placed_by) values (?, ?, ?)",
                orderId,
                partnerId,
                person);
    }

    String nextNumber() {
        return numbers.next("order_number", "O");
    }

    /** Orders after an id in the order of their ids, which is that of their receipt. */
    List<Order> after(UUID orderId, OrderFilter filter, int limit) {
        List<UUID> ids = database.query(
                        """
                        select order_id from sales_order
                        where (cast(? as uuid) is null or order_id > ?)
                          and (cast(? as text) is null or state = ?)
                          and (cast(? as text) is null or order_number = ?)
                          and (cast(? as uuid) is null
                               or order_id in (select c.order_id from contract c where c.customer_id = ?))
                          and (cast(? as text) is null or external_id = ?)
                          and (cast(? as text) is null or exists (
                            select 1 from order_owner o where o.order_id = sales_order.order_id and
                        """
                                + Sight.OF_PERSON
                                + """
                        ))
                        order by order_id limit ?
                        """,
                        orderId,
                        orderId,
                        filter.state(),
                        filter.state(),
                        filter.orderNumber(),
                        filter.orderNumber(),
                        filter.customerId(),
                        filter.customerId(),
                        filter.externalId(),
                        filter.externalId(),
                        filter.person(),
                        filter.person(),
                        filter.person(),
                        limit)
                .list(row -> row.uuid("order_id"));
        return ids.isEmpty() ? List.of() : rows.read(ids);
    }

    /** What a list may be narrowed by; null does not narrow. */
    record OrderFilter(OrderState state, String orderNumber, UUID customerId, String externalId, String person) {}
}
