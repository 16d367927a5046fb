package io.counterfoil.order.awaited;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** For whose change an order is held that was refused because of its buyer's family. */
@Dependent
public class AwaitedCustomers {

    /** The kind of the step that asks who the buyer is and whether it may buy: what is refused there waits for customers. */
    public static final String STEP = "resolve-customer";

    /** As its exceptions call it. */
    static final String ORIGIN = "step:" + STEP;

    private final Database database;

    @Inject
    AwaitedCustomers(Database database) {
        this.database = database;
    }

    /** From now on the order waits for these, and for nobody for whom it waited before. */
    public void note(UUID orderId, Collection<UUID> customers) {
        database.update("delete from awaited_customer where order_id = ?", orderId);
        if (!customers.isEmpty()) {
            database.update(
                    "insert into awaited_customer (order_id, customer_id) select distinct ?::uuid, c from unnest(?::uuid[]) as c",
                    orderId,
                    customers);
        }
    }

    /** The exceptions of held orders that wait for one of these; few orders wait at any time. */
    List<Waits> waitingFor(Collection<UUID> customers) {
        return database.query(
                        """
                        select distinct on (e.seq) e.id, a.customer_id
                        from awaited_customer a join quote_to_cash p on p.order_id = a.order_id
                          join exception e on e.subject = a.order_id::text
                        where a.customer_id = any(?) and p.state = 'HELD' and e.origin = ? and e.state in ('OPEN', 'ASSIGNED')
                        order by e.seq
                        """,
                        customers,
                        ORIGIN)
                .list(row -> new Waits(row.uuid("id"), row.uuid("customer_id")));
    }

    /** An exception, and one of those for whom its order waits. */
    record Waits(UUID exception, UUID customer) {}
}
