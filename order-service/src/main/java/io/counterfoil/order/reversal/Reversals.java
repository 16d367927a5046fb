package io.counterfoil.order.reversal;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.order.Numbers;
import io.counterfoil.order.journey.Journeys;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All reversals. */
@Dependent
class Reversals {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Numbers numbers;

    @Inject
    Journeys journeys;

    Reversal get(UUID reversalId) {
        return Optional.ofNullable(entities.find(Reversal.class, reversalId))
                .orElseThrow(() -> new NotFound("order reversal", reversalId));
    }

    /** The reversal, kept from others until the transaction ends. */
    Reversal forChange(UUID reversalId) {
        Reversal reversal = entities.find(Reversal.class, reversalId, LockModeType.PESSIMISTIC_WRITE);
        if (reversal == null) {
            throw new NotFound("order reversal", reversalId);
        }
        return reversal;
    }

    void add(Reversal reversal) {
        entities.persist(reversal);
        entities.flush();
    }

    String nextNumber() {
        return numbers.next("reversal_number", "R");
    }

    /** The number of the reversal of an order as a whole; what was given up leaves room for another. */
    Optional<String> ofWhole(UUID orderId) {
        return database.query(
                        """
                        select reversal_number from order_reversal
                        where order_id = ? and kind in ('CANCELLATION', 'COMPENSATION') and state <> 'GIVEN_UP'
                        """,
                        orderId)
                .one(row -> row.text("reversal_number"));
    }

    /** Whether one was ever asked for, given up or not. */
    boolean isKnown(UUID orderId) {
        return database.query(
                        "select 1 from order_reversal where order_id = ? and kind in ('CANCELLATION', 'COMPENSATION') limit 1",
                        orderId)
                .one(row -> true)
                .orElse(false);
    }

    /** As callers see it after a change: with the version that was written. */
    ReversalJson.View changed(Reversal reversal) {
        entities.flush();
        return show(reversal);
    }

    /** As callers see it. */
    ReversalJson.View show(Reversal reversal) {
        return new ReversalJson.View(
                reversal.reversalId(),
                reversal.reversalNumber(),
                reversal.kind(),
                reversal.state(),
                reversal.orderId(),
                reversal.contractId(),
                reversal.customerId(),
                reversal.effectiveDate(),
                reversal.wanted(),
                reversal.documents(),
                reversal.createdBy(),
                reversal.decidedBy(),
                reversal.correlationId(),
                journeys.stays(reversal.kind().process(), reversal.reversalId()),
                reversal.version());
    }

    List<Reversal> after(UUID reversalId, UUID orderId, int limit) {
        List<UUID> ids = database.query(
                        """
                        select reversal_id from order_reversal
                        where (cast(? as uuid) is null or reversal_id > ?) and (cast(? as uuid) is null or order_id = ?)
                        order by reversal_id limit ?
                        """,
                        reversalId,
                        reversalId,
                        orderId,
                        orderId,
                        limit)
                .list(row -> row.uuid("reversal_id"));
        return ids.stream().map(id -> entities.find(Reversal.class, id)).toList();
    }
}
