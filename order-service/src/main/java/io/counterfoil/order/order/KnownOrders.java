package io.counterfoil.order.order;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.trouble.Acquainted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Whom and what an order is about, for those who look for exceptions: what is parked often says only the order's id. */
@ApplicationScoped
class KnownOrders implements Acquainted {

    @Inject
    Database database;

    @Override
    public Optional<About> with(String subject) {
        return id(subject).flatMap(this::order);
    }

    private Optional<About> order(UUID id) {
        return database.query(
                        """
                        select o.customer_id::text as customer,
                               coalesce(o.bill_to::jsonb -> 'address' ->> 'region', o.bill_to::jsonb -> 'address' ->> 'country') as region,
                               (select product_id from order_line l where l.order_id = o.order_id order by line_number limit 1)
                                 as product
                        from sales_order o where o.order_id = ?
                        """,
                        id)
                .one(row -> new About(row.text("customer"), row.text("region"), row.text("product")));
    }

    private static Optional<UUID> id(String subject) {
        try {
            return Optional.of(UUID.fromString(subject));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
