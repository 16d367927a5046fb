package io.counterfoil.billing.voiding;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What others have begun about an invoice and not ended: none of it may find the invoice void. */
@Dependent
class Obstacles {

    private final Database database;

    @Inject
    Obstacles(Database database) {
        this.database = database;
    }

    boolean isDisputed(Invoice invoice) {
        return found("select 1 from invoice_dispute where invoice_id = ? and state = 'OPENED'", invoice);
    }

    boolean isHeldByMemo(Invoice invoice) {
        return found("select 1 from credit_memo where invoice_id = ? and state in ('DRAFT', 'APPROVED')", invoice);
    }

    /** The attempt to collect it that has not ended. */
    Optional<UUID> attempt(Invoice invoice) {
        return database.query(
                        """
                        select attempt_id from payment_attempt
                         where invoice_id = ? and state in ('CREATED', 'PENDING', 'UNKNOWN')
                        """,
                        invoice.invoiceId())
                .one(row -> row.uuid("attempt_id"));
    }

    private boolean found(String sql, Invoice invoice) {
        return !database.query(sql, invoice.invoiceId()).list(row -> true).isEmpty();
    }
}
