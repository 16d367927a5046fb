package io.counterfoil.order.amendment;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.order.Numbers;
import io.counterfoil.order.billing.BillingJson.Change;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
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

    /** Those of a contract that were to come into effect from a day on. */
    List<UUID> toCome(UUID contractId, LocalDate from) {
        return database.query(
                        """
                        select amendment_id from amendment
                        where contract_id = ? and effective_date >= ? and state in ('SCHEDULED', 'AWAITING_CONFIRMATION')
                        order by amendment_id
                        """,
                        contractId,
                        from)
                .list(row -> row.uuid("amendment_id"));
    }

    /** The number of one that was asked for later, changes the same from the same day on, and stands. */
    Optional<String> standingOver(Amendment amendment) {
        return database.query(
                        """
                        select amendment_number from amendment
                        where line_id = ? and amendment_id > ? and effective_date = ? and kind = any(?)
                          and state in ('CHANGING', 'SCHEDULED', 'AWAITING_POSTING', 'COMPLETED')
                        order by amendment_id limit 1
                        """,
                        amendment.lineId(),
                        amendment.amendmentId(),
                        amendment.effectiveDate(),
                        amendment.kind().changesTheSame())
                .one(row -> row.text("amendment_number"));
    }

    /** The product that a line has on a day by what was amended of it; empty where that is the one that was promised. */
    Optional<String> productOf(UUID lineId, LocalDate day) {
        return database.query(
                        """
                        select wanted from amendment
                        where line_id = ? and kind in ('UPGRADE', 'DOWNGRADE')
                          and (state in ('AWAITING_POSTING', 'COMPLETED') or state = 'SCHEDULED' and effective_date <= ?)
                          and (cast(? as date) is null or effective_date <= ?)
                        order by effective_date desc, amendment_id desc limit 1
                        """,
                        lineId,
                        day,
                        day,
                        day)
                .one(row -> Amendment.read(row.text("wanted"), Change.class).productId());
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
