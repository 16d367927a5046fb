package io.counterfoil.order.refusal;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.time.SystemTime;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.refusal.RefusalRules.Refused;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Invoices that the ledger gave up. Its word and billing's come over two queues: whichever comes first, what follows begins when both are
 * here, since an order of which no invoice is known would only be given up, and its invoice stay.
 */
@Dependent
class UnpostedInvoices {

    private static final String KNOWN =
            """
            from unposted_invoice u
            join process_invoice i on i.invoice_id = u.invoice_id and i.order_id = u.order_id and i.issued
            where not exists (select 1 from refusal_passed_over p where p.order_id = u.order_id and p.until > ?)
            """;

    private final Database database;
    private final BusinessClock clock;

    @Inject
    UnpostedInvoices(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What billing bills without an order concerns nobody here. */
    void add(UUID invoiceId, UUID orderId, String reason) {
        database.update(
                """
                insert into unposted_invoice (invoice_id, order_id, reason, correlation_id, told_at)
                select ?, order_id, ?, ?, ? from sales_order where order_id = ?
                on conflict do nothing
                """,
                invoiceId,
                reason,
                Correlation.current().correlationId(),
                clock.now(),
                orderId);
    }

    /** Whether some of them are known from billing too. */
    boolean isAny() {
        return database.query("select 1 " + KNOWN + " limit 1", SystemTime.now())
                .one(row -> true)
                .orElse(false);
    }

    /** The order of one that is known from billing too, which waits no longer; kept from others. */
    Optional<Refused> take() {
        return database.query(
                        """
                        delete from unposted_invoice where invoice_id = (
                            select u.invoice_id
                        """
                                + KNOWN
                                + """
                             order by u.told_at limit 1 for update of u skip locked)
                        returning order_id, reason, correlation_id
                        """,
                        SystemTime.now())
                .one(row -> new Refused(row.uuid("order_id"), row.text("reason"), row.text("correlation_id")));
    }
}
