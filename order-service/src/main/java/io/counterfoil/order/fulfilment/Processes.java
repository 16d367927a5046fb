package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All quote-to-cash processes. */
@Dependent
class Processes {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Database database;

    Optional<QuoteToCash> find(UUID orderId) {
        return Optional.ofNullable(entities.find(QuoteToCash.class, orderId));
    }

    /** The process, kept from others until the transaction ends. */
    Optional<QuoteToCash> forChange(UUID orderId) {
        return Gathering.known(QuoteToCash.class, orderId)
                .or(() ->
                        Optional.ofNullable(entities.find(QuoteToCash.class, orderId, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Locks the processes of a set in the order of their ids; from here on each is at hand for change. */
    void lock(Collection<UUID> orderIds) {
        database.query(
                        "select order_id from quote_to_cash where order_id = any(?) order by order_id for update",
                        orderIds)
                .list(row -> row.uuid("order_id"));
        find(orderIds).forEach(process -> Gathering.know(QuoteToCash.class, process.orderId(), process));
    }

    /** Those of these that are there, with all that belongs to them, in the order of their ids. */
    List<QuoteToCash> find(Collection<UUID> orderIds) {
        return orderIds.isEmpty()
                ? List.of()
                : entities.createQuery(
                                """
                                select p from QuoteToCash p left join fetch p.invoices i
                                where p.orderId in :ids order by p.orderId, i.invoiceNumber
                                """,
                                QuoteToCash.class)
                        .setParameter("ids", orderIds)
                        .getResultStream()
                        .distinct() // there is a row for each invoice
                        .toList();
    }

    void add(QuoteToCash process) {
        entities.persist(process);
        Gathering.know(QuoteToCash.class, process.orderId(), process);
    }

    /** Notes that an order is a part of a deal, which is called by its first order. */
    void join(UUID orderId, UUID dealId, int part) {
        entities.flush();
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
