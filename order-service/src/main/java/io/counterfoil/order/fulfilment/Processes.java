package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Gathering;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
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
                .or(() -> Optional.ofNullable(
                        entities.find(QuoteToCash.class, orderId, LockModeType.PESSIMISTIC_WRITE)));
    }

    /** Locks the processes of a set in the order of their ids; from here on each is at hand for change. */
    void lock(Collection<UUID> orderIds) {
        if (!orderIds.isEmpty()) {
            some(orderIds)
                    .setHint("eclipselink.batch", "p.stages")
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(process -> Gathering.know(QuoteToCash.class, process.orderId(), process));
        }
    }

    /** Those of these that are there, without their stages. */
    List<QuoteToCash> find(Collection<UUID> orderIds) {
        return orderIds.isEmpty() ? List.of() : some(orderIds).getResultList();
    }

    void add(QuoteToCash process) {
        entities.persist(process);
        Gathering.know(QuoteToCash.class, process.orderId(), process);
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
        return ids.isEmpty() ? List.of() : whole(ids);
    }

    private List<QuoteToCash> whole(List<UUID> ids) {
        return some(ids).setHint("eclipselink.batch", "p.stages").getResultList();
    }

    private TypedQuery<QuoteToCash> some(Collection<UUID> ids) {
        return entities.createQuery(
                        "select p from QuoteToCash p where p.orderId in :ids order by p.orderId", QuoteToCash.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "p.invoices");
    }
}
