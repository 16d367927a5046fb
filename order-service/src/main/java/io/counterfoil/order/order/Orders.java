package io.counterfoil.order.order;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All orders. */
@Dependent
class Orders {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Database database;

    Optional<Order> find(UUID orderId) {
        return Optional.ofNullable(entities.find(Order.class, orderId));
    }

    /** The order, kept from others until the transaction ends. */
    Order forChange(UUID orderId) {
        Order order = entities.find(Order.class, orderId, LockModeType.PESSIMISTIC_WRITE);
        if (order == null) {
            throw new NotFound("order", orderId);
        }
        return order;
    }

    /** Writes it at once: what is locked later in the transaction must be in the database. */
    void add(Order order) {
        entities.persist(order);
        entities.flush();
    }

    /** Writes what changed, so that the version is the one that the caller is told. */
    Order written(Order order) {
        entities.flush();
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

    Optional<UUID> referredBy(ExternalReference reference) {
        return database.query(
                        "select order_id from order_reference where system = ? and external_id = ?",
                        reference.system(),
                        reference.id())
                .one(row -> row.uuid("order_id"));
    }

    void belongsTo(UUID orderId, String partnerId, String person) {
        entities.flush();
        database.update(
                "insert into order_owner (order_id, partner_id, placed_by) values (?, ?, ?)",
                orderId,
                partnerId,
                person);
    }

    String nextNumber() {
        long next = database.query("select nextval('order_number') as next")
                .one(row -> row.longValue("next"))
                .orElseThrow();
        return "O-%06d".formatted(next);
    }

    /** Orders after an id in the order of their ids, which is that of their receipt. */
    List<Order> after(UUID orderId, OrderFilter filter, int limit) {
        List<UUID> ids = database.query(
                        """
                        select order_id from sales_order
                        where (cast(? as uuid) is null or order_id > ?)
                          and (cast(? as text) is null or state = ?)
                          and (cast(? as text) is null or order_number = ?)
                          and (cast(? as uuid) is null or customer_id = ?)
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
        return ids.isEmpty() ? List.of() : withLines(ids);
    }

    private List<Order> withLines(List<UUID> ids) {
        return entities.createQuery("select o from Order o where o.orderId in :ids order by o.orderId", Order.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "o.lines")
                .getResultList();
    }

    /** What a list may be narrowed by; null does not narrow. */
    record OrderFilter(OrderState state, String orderNumber, UUID customerId, String externalId, String person) {}
}
