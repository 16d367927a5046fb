package io.counterfoil.billing.invoicedispute;

import io.counterfoil.billing.invoicedispute.InvoiceDisputed.State;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The disputes. */
@Dependent
class InvoiceDisputes {

    private final Database database;

    @Inject
    InvoiceDisputes(Database database) {
        this.database = database;
    }

    void add(InvoiceDispute dispute) {
        database.update(
                """
                insert into invoice_dispute (dispute_id, invoice_id, customer_id, currency, amount_minor, reason_code, reason,
                                             state, opened_by, opened_on, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                dispute.disputeId(),
                dispute.invoiceId(),
                dispute.customerId(),
                dispute.amount().currency(),
                dispute.amount().minor(),
                dispute.reasonCode(),
                dispute.reason(),
                dispute.state(),
                dispute.openedBy(),
                dispute.openedOn(),
                dispute.version());
    }

    void write(InvoiceDispute decided) {
        database.update(
                """
                update invoice_dispute set state = ?, decided_by = ?, decided_on = ?, note = ?, memo_id = ?, version = ?
                 where dispute_id = ?
                """,
                decided.state(),
                decided.decidedBy(),
                decided.decidedOn(),
                decided.note(),
                decided.memoId(),
                decided.version(),
                decided.disputeId());
    }

    Optional<InvoiceDispute> byId(UUID id, boolean locked) {
        return database.query("select * from invoice_dispute where dispute_id = ?" + (locked ? " for update" : ""), id)
                .one(InvoiceDisputes::read);
    }

    boolean isDisputed(UUID invoiceId) {
        return database.query("select 1 from invoice_dispute where invoice_id = ? and state = 'OPENED'", invoiceId)
                .one(row -> true)
                .isPresent();
    }

    /** A page in the order of their ids; what is null does not filter. */
    List<InvoiceDispute> page(State state, UUID invoiceId, UUID after, int limit) {
        return database.query(
                        """
                        select * from invoice_dispute
                         where (?::text is null or state = ?) and (?::uuid is null or invoice_id = ?)
                           and (?::uuid is null or dispute_id > ?)
                         order by dispute_id limit ?
                        """,
                        state,
                        state,
                        invoiceId,
                        invoiceId,
                        after,
                        after,
                        limit)
                .list(InvoiceDisputes::read);
    }

    private static InvoiceDispute read(Row row) {
        return new InvoiceDispute(
                row.uuid("dispute_id"),
                row.uuid("invoice_id"),
                row.uuid("customer_id"),
                row.money("amount_minor", "currency"),
                row.text("reason_code"),
                row.text("reason"),
                State.valueOf(row.text("state")),
                row.text("opened_by"),
                row.date("opened_on"),
                row.text("decided_by"),
                row.date("decided_on"),
                row.text("note"),
                row.uuid("memo_id"),
                row.intValue("version"));
    }
}
