package io.counterfoil.order.dispute;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All disputes. */
@Dependent
class Disputes {

    private final Database database;
    private final Journeys journeys;

    @Inject
    Disputes(Database database, Journeys journeys) {
        this.database = database;
        this.journeys = journeys;
    }

    /** Whose invoice it is; empty where no order of ours was billed with it. */
    Optional<UUID> orderOf(UUID invoiceId) {
        return database.query("select order_id from process_invoice where invoice_id = ?", invoiceId)
                .one(row -> row.uuid("order_id"));
    }

    Dispute get(UUID disputeId) {
        return database.query("select * from dispute where dispute_id = ?", disputeId)
                .one(Disputes::read)
                .orElseThrow(() -> new NotFound("dispute", disputeId));
    }

    /** The dispute, kept from others until the transaction ends. */
    Dispute forChange(UUID disputeId) {
        return database.query("select * from dispute where dispute_id = ? for update", disputeId)
                .one(Disputes::read)
                .orElseThrow(() -> new NotFound("dispute", disputeId));
    }

    /** Ours of what billing-service holds; also one whose answer has not come back yet. */
    Optional<Dispute> heldAs(UUID billingId, UUID invoiceId) {
        return database.query(
                        """
                        select * from dispute where held_as = ? or invoice_id = ? and state = 'OPENING'
                        order by held_as nulls last limit 1 for update
                        """,
                        billingId,
                        invoiceId)
                .one(Disputes::read);
    }

    void add(Dispute one) {
        database.update(
                """
                insert into dispute (dispute_id, invoice_id, order_id, state, amount_minor, currency, reason_code, reason, held_as,
                                     raised_by, correlation_id, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                one.disputeId(),
                one.invoiceId(),
                one.orderId(),
                one.state(),
                one.amount() == null ? null : one.amount().minor(),
                one.amount() == null ? null : one.amount().currency(),
                one.reasonCode(),
                one.reason(),
                one.heldAs(),
                one.raisedBy(),
                one.correlationId(),
                one.version());
    }

    void write(Dispute one) {
        database.update(
                """
                update dispute set state = ?, amount_minor = ?, currency = ?, held_as = ?, credit_memo_id = ?, note = ?, decided_by = ?,
                  version = ?
                where dispute_id = ?
                """,
                one.state(),
                one.amount() == null ? null : one.amount().minor(),
                one.amount() == null ? null : one.amount().currency(),
                one.heldAs(),
                one.creditMemoId(),
                one.note(),
                one.decidedBy(),
                one.version(),
                one.disputeId());
    }

    List<Dispute> after(UUID disputeId, UUID invoiceId, int limit) {
        return database.query(
                        """
                        select * from dispute
                        where (cast(? as uuid) is null or dispute_id > ?) and (cast(? as uuid) is null or invoice_id = ?)
                        order by dispute_id limit ?
                        """,
                        disputeId,
                        disputeId,
                        invoiceId,
                        invoiceId,
                        limit)
                .list(Disputes::read);
    }

    /** As callers see it. */
    DisputeJson.View show(Dispute one) {
        return new DisputeJson.View(
                one.disputeId(),
                one.invoiceId(),
                one.orderId(),
                one.state(),
                one.amount(),
                one.reasonCode(),
                one.reason(),
                one.heldAs(),
                one.creditMemoId(),
                one.note(),
                one.raisedBy(),
                one.decidedBy(),
                one.correlationId(),
                journeys.stays(ProcessKind.DISPUTE, one.disputeId()),
                one.version());
    }

    private static Dispute read(Row row) {
        Long minor = row.longOrNull("amount_minor");
        return new Dispute(
                row.uuid("dispute_id"),
                row.uuid("invoice_id"),
                row.uuid("order_id"),
                DisputeState.valueOf(row.text("state")),
                minor == null ? null : Money.ofMinor(minor, row.text("currency")),
                row.text("reason_code"),
                row.text("reason"),
                row.uuid("held_as"),
                row.uuid("credit_memo_id"),
                row.text("note"),
                row.text("raised_by"),
                row.text("decided_by"),
                row.text("correlation_id"),
                row.intValue("version"));
    }
}
