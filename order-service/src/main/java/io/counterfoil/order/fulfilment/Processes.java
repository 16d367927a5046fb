package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Changes;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Table;
import io.counterfoil.common.http.Json;
import io.counterfoil.order.order.ExternalReference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** All quote-to-cash processes. */
@Dependent
class Processes {

    private static final Table<QuoteToCash> TABLE = ProcessPath.columns(
                    CrmMirror.columns(Waiting.columns(Table.<QuoteToCash>named("quote_to_cash")
                            .with("order_id", "uuid", QuoteToCash::orderId)
                            .with("order_number", "text", QuoteToCash::orderNumber)
                            .with(
                                    "external_system",
                                    "text",
                                    process -> ExternalReference.systemOf(process.externalReference()))
                            .with("external_id", "text", process -> ExternalReference.idOf(process.externalReference()))
                            .with("correlation_id", "text", QuoteToCash::correlationId)
                            .with("state", "text", QuoteToCash::state)
                            .with("claim", "text", QuoteToCash::claim, Json::write)
                            .with("line_count", "int", QuoteToCash::lineCount)
                            .with("starts_later", "boolean", QuoteToCash::startsLater)
                            .with("activated", "boolean", QuoteToCash::isActivated))))
            .having(ProcessStage.TABLE, process -> process.path().newStays())
            .having(ProcessInvoice.TABLE, process -> process.invoiced().all());

    private static final String READ = "select * from quote_to_cash where order_id = any(?) order by order_id";

    private final Database database;
    private final Changes changes;

    @Inject
    Processes(Database database, Changes changes) {
        this.database = database;
        this.changes = changes;
    }

    Optional<QuoteToCash> find(UUID orderId) {
        return changes.known(TABLE, orderId)
                .or(() -> find(List.of(orderId)).stream().findFirst());
    }

    /** The process, kept from others until the transaction ends. */
    Optional<QuoteToCash> forChange(UUID orderId) {
        Optional<QuoteToCash> known = changes.known(TABLE, orderId);
        if (known.isEmpty()) {
            lock(List.of(orderId));
        }
        return known.or(() -> changes.known(TABLE, orderId));
    }

    /** Locks the processes of a set in the order of their ids; from here on each is at hand for change. */
    void lock(Collection<UUID> orderIds) {
        List<UUID> unknown = orderIds.stream()
                .filter(order -> changes.known(TABLE, order).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            read(READ + " for update", unknown).forEach(process -> changes.keep(TABLE, process));
        }
    }

    /** Those of these that are there, with all that belongs to them, in the order of their ids. */
    List<QuoteToCash> find(Collection<UUID> orderIds) {
        return orderIds.isEmpty()
                ? List.of()
                : read(READ, orderIds).stream()
                        .map(process -> changes.known(TABLE, process.orderId()).orElse(process))
                        .toList();
    }

    /** First the processes, then their invoices: whoever had to wait for a lock sees what was done meanwhile. */
    private List<QuoteToCash> read(String sql, Collection<UUID> orderIds) {
        List<QuoteToCash> processes = database.query(sql, orderIds).list(QuoteToCash::new);
        Map<UUID, List<ProcessInvoice>> invoices = database
                .query("select * from process_invoice where order_id = any(?) order by invoice_number", orderIds)
                .list(ProcessInvoice::new)
                .stream()
                .collect(Collectors.groupingBy(ProcessInvoice::orderId));
        processes.forEach(process -> process.has(invoices.getOrDefault(process.orderId(), List.of())));
        return processes;
    }

    void add(QuoteToCash process) {
        changes.add(TABLE, process);
    }

    /** Notes that an order is a part of a deal, which is called by its first order. */
    void join(UUID orderId, UUID dealId, int part) {
        changes.write();
        database.update("insert into deal_part (order_id, deal_id, part) values (?, ?, ?)", orderId, dealId, part);
        forChange(orderId).orElseThrow().crm().partOf(dealId);
    }

    /** All orders of the deal that this one belongs to, the first one first; itself where it is the whole. */
    List<QuoteToCash> parts(QuoteToCash process) {
        return process.crm()
                .deal()
                .map(deal -> find(database.query("select order_id from deal_part where deal_id = ?", deal)
                        .list(row -> row.uuid("order_id"))))
                .orElse(List.of(process));
    }

    /** The deal that has waited longest for its other parts: its first order is billed, and the CRM is not being told. */
    Optional<Kept> keptBack() {
        return database.query(
                        """
                        select order_id, entered_at from quote_to_cash
                        where is_open and state = 'WRITING_BACK' and deal_id = order_id and has_crm and not write_back_due
                        order by entered_at limit 1
                        """)
                .one(row -> new Kept(row.uuid("order_id"), row.instant("entered_at")));
    }

    /** A deal that waits for its other parts, and since when. */
    record Kept(UUID orderId, Instant since) {

        /** When it has waited long enough. */
        Instant until() {
            return since.plus(CrmView.PATIENCE);
        }
    }

    List<UUID> otherParts(UUID orderId) {
        return database.query(
                        """
                        select other.order_id from deal_part mine join deal_part other using (deal_id)
                        where mine.order_id = ? and other.order_id <> mine.order_id order by other.part
                        """,
                        orderId)
                .list(row -> row.uuid("order_id"));
    }

    /** The step that is waiting or under way for the order, with its attempts. */
    ProcessJson.Attempt attempt(UUID orderId) {
        return database.query(
                        """
                        select kind, attempts, last_failure from step
                        where subject = ? and state in ('DUE', 'RUNNING', 'PARKED') and kind = any(?)
                        order by seq limit 1
                        """,
                        orderId.toString(),
                        List.of(FetchOpportunity.KIND, ResolveCustomer.KIND, WriteBackToCrm.KIND))
                .one(row ->
                        new ProcessJson.Attempt(row.text("kind"), row.intValue("attempts"), row.text("last_failure")))
                .orElse(ProcessJson.Attempt.NONE);
    }

    /** Processes after an id in the order of their ids, which is that of their beginning. */
    List<QuoteToCash> after(UUID orderId, ProcessState state, String opportunity, int limit) {
        List<UUID> ids = database.query(
                        """
                        select order_id from quote_to_cash
                        where (cast(? as uuid) is null or order_id > ?)
                          and (cast(? as text) is null or state = ?)
                          and (cast(? as text) is null or external_id = ?)
                        order by order_id limit ?
                        """,
                        orderId,
                        orderId,
                        state,
                        state,
                        opportunity,
                        opportunity,
                        limit)
                .list(row -> row.uuid("order_id"));
        return find(ids);
    }
}
