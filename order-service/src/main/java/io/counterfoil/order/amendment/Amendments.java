package io.counterfoil.order.amendment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.order.Numbers;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All amendments. */
@Dependent
class Amendments {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Numbers numbers;

    @Inject
    Journeys journeys;

    Optional<Amendment> find(UUID amendmentId) {
        return Optional.ofNullable(entities.find(Amendment.class, amendmentId));
    }

    Amendment get(UUID amendmentId) {
        return find(amendmentId).orElseThrow(() -> new NotFound("amendment", amendmentId));
    }

    /** The amendment, kept from others until the transaction ends. */
    Amendment forChange(UUID amendmentId) {
        Amendment amendment = entities.find(Amendment.class, amendmentId, LockModeType.PESSIMISTIC_WRITE);
        if (amendment == null) {
            throw new NotFound("amendment", amendmentId);
        }
        return amendment;
    }

    void add(Amendment amendment) {
        entities.persist(amendment);
    }

    String nextNumber() {
        return numbers.next("amendment_number", "A");
    }

    /** As callers see it after a change: with the version that was written. */
    AmendmentJson.View changed(Amendment amendment) {
        entities.flush();
        return show(amendment);
    }

    /** As callers see it. */
    AmendmentJson.View show(Amendment amendment) {
        return new AmendmentJson.View(
                amendment.amendmentId(),
                amendment.amendmentNumber(),
                amendment.contractId(),
                amendment.orderId(),
                amendment.customerId(),
                amendment.lineId(),
                amendment.kind(),
                amendment.state(),
                amendment.wanted(),
                amendment.before(),
                amendment.preview(),
                amendment.subscriptionId(),
                amendment.effectiveDate(),
                amendment.invoiceId(),
                amendment.reversalId(),
                amendment.reason(),
                amendment.createdBy(),
                amendment.correlationId(),
                journeys.stays(ProcessKind.AMENDMENT, amendment.amendmentId()),
                amendment.version());
    }

    List<Amendment> after(UUID amendmentId, UUID contractId, int limit) {
        List<UUID> ids = database.query(
                        """
                        select amendment_id from amendment
                        where (cast(? as uuid) is null or amendment_id > ?) and (cast(? as uuid) is null or contract_id = ?)
                        order by amendment_id limit ?
                        """,
                        amendmentId,
                        amendmentId,
                        contractId,
                        contractId,
                        limit)
                .list(row -> row.uuid("amendment_id"));
        return ids.stream().map(id -> entities.find(Amendment.class, id)).toList();
    }
}
