package io.counterfoil.order.awaited;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.SystemTime;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** From now on the order of this buyer waits for these, and for nobody for whom it waited before; the buyer is asked about again. */
    public void note(UUID orderId, UUID buyer, Collection<UUID> customers) {
        drop(orderId);
        database.update(
                "insert into waiting_buyer (order_id, customer_id, ask_at) values (?, ?, ?)",
                orderId,
                buyer,
                SystemTime.now().plus(Patience.FIRST));
        if (!customers.isEmpty()) {
            database.update(
                    "insert into awaited_customer (order_id, customer_id) select distinct ?::uuid, c from unnest(?::uuid[]) as c",
                    orderId,
                    customers);
        }
    }

    /** The order waits for no customer any more. */
    public void drop(UUID orderId) {
        database.update("delete from awaited_customer where order_id = ?", orderId);
        database.update("delete from waiting_buyer where order_id = ?", orderId);
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

    /** Whether one of those who wait may be asked about again. */
    boolean isAnyDue() {
        return database.query("select 1 from waiting_buyer where ask_at <= ? limit 1", SystemTime.now())
                .one(row -> true)
                .orElse(false);
    }

    /** The buyer to ask about next, kept from others. */
    Optional<Buyer> nextDue() {
        return database.query(
                        """
                        select w.order_id, w.customer_id, w.asked,
                               (select e.id from exception e
                                where e.subject = w.order_id::text and e.origin = ? and e.state in ('OPEN', 'ASSIGNED')
                                order by e.seq limit 1) as exception_id
                        from waiting_buyer w where w.ask_at <= ? order by w.ask_at limit 1 for update of w skip locked
                        """,
                        ORIGIN,
                        SystemTime.now())
                .one(row -> new Buyer(
                        row.uuid("order_id"),
                        row.uuid("customer_id"),
                        row.intValue("asked"),
                        row.uuid("exception_id")));
    }

    /** The buyer was asked about once more: the next time is later than this one. */
    void asked(Buyer buyer) {
        database.update(
                "update waiting_buyer set asked = asked + 1, ask_at = ? where order_id = ?",
                SystemTime.now().plus(Patience.after(buyer.asked())),
                buyer.order());
    }

    /**
     * A buyer who was refused.
     *
     * @param asked how often it was asked about again
     * @param exception the open exception of the order, null when nothing waits any more
     */
    record Buyer(UUID order, UUID customer, int asked, UUID exception) {}

    /** An exception, and one of those for whom its order waits. */
    record Waits(UUID exception, UUID customer) {}
}
