package io.counterfoil.ledger.subledger;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** How movements of sub-ledgers, and the documents that take something back, are written: in sets, only added to. */
@Dependent
class ControlMovements {

    private static final String MOVEMENT =
            "event_id, line_number, control_kind, item_id, legal_entity_id, customer_id, currency,"
                    + " minor, effective_date, source_type, source_position, recorded_at, channel";

    private static final String DOCUMENT =
            "event_id, kind, document_id, document_number, legal_entity_id, customer_id, currency,"
                    + " amount_minor, effective_date, source_position, recorded_at";

    private final Database database;
    private final BusinessClock clock;

    @Inject
    ControlMovements(Database database, BusinessClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A fact with the day on which it counts. */
    record Told(Envelope event, String type, MoneyFact fact, LocalDate day) {

        Told on(LocalDate when) {
            return new Told(event, type, fact, when);
        }

        Moving moving(Predicate<UUID> givenUp) {
            return new Moving(this, FactMovements.of(type, fact, givenUp));
        }
    }

    /** With what it moves. */
    record Moving(Told told, List<Movement> movements) {}

    /** Which of these invoices were written off before. */
    Set<UUID> givenUp(Set<UUID> invoiceIds) {
        return invoiceIds.isEmpty()
                ? Set.of()
                : new HashSet<>(database.query(
                                "select document_id from reversing_document where kind = 'WRITE_OFF' and document_id = any(?)",
                                invoiceIds)
                        .list(row -> row.uuid("document_id")));
    }

    /** Which payment was applied to which invoice, of those that were given up. */
    Set<Applied> applied(Set<UUID> invoiceIds) {
        return invoiceIds.isEmpty()
                ? Set.of()
                : new HashSet<>(database.query(
                                "select payment_id, invoice_id from cash_application where invoice_id = any(?)",
                                invoiceIds)
                        .list(row -> new Applied(row.uuid("payment_id"), row.uuid("invoice_id"))));
    }

    /** Money of a payment that settled an invoice, or a part of it. */
    record Applied(UUID paymentId, UUID invoiceId) {}

    void add(List<Moving> facts) {
        Instant now = clock.now();
        List<Object[]> movements = new ArrayList<>();
        List<Object[]> documents = new ArrayList<>();
        for (Moving each : facts) {
            int line = 0;
            for (Movement movement : each.movements()) {
                line++;
                movements.add(row(each.told(), line, movement, now));
            }
            Object[] document = document(each.told(), now);
            if (document != null) {
                documents.add(document);
            }
        }
        try {
            database.append("control_movement", MOVEMENT, movements);
            database.append("reversing_document", DOCUMENT, documents);
        } catch (DatabaseFailure failure) {
            throw failure.isUniqueViolation() ? new DocumentToldAlready(failure) : failure;
        }
    }

    private static Object[] row(Told told, int line, Movement movement, Instant now) {
        return new Object[] {
            told.event().id(),
            line,
            movement.kind(),
            movement.itemId(),
            told.fact().legalEntityId(),
            told.fact().customerId(),
            movement.amount().currency(),
            movement.amount().minor(),
            told.day(),
            told.type(),
            told.event().position(),
            now,
            told.fact().channel()
        };
    }

    private static Object[] document(Told told, Instant now) {
        MoneyFact fact = told.fact();
        return switch (told.type()) {
            case "creditmemo.issued" ->
                row(told, "CREDIT_MEMO", fact.creditMemoId(), fact.creditMemoNumber(), fact.totalAmount(), now);
            case "creditmemo.voided" ->
                row(
                        told,
                        "VOID",
                        fact.creditMemoId(),
                        fact.creditMemoNumber(),
                        fact.totalAmount().negated(),
                        now);
            case "invoice.voided" -> row(told, "VOID", fact.invoiceId(), fact.invoiceNumber(), fact.amount(), now);
            case "invoice.written-off" ->
                row(told, "WRITE_OFF", fact.invoiceId(), fact.invoiceNumber(), fact.amount(), now);
            case "refund.paid" -> row(told, "REFUND", fact.refundId(), null, fact.amount(), now);
            case "payment.disputed" -> row(told, "CHARGEBACK", fact.disputeId(), null, fact.amount(), now);
            case "dispute.won" ->
                row(told, "CHARGEBACK", fact.disputeId(), null, fact.amount().negated(), now);
            default -> null;
        };
    }

    private static Object[] row(Told told, String kind, UUID id, String number, Money amount, Instant now) {
        return new Object[] {
            told.event().id(),
            kind,
            id,
            number,
            told.fact().legalEntityId(),
            told.fact().customerId(),
            amount.currency(),
            amount.minor(),
            told.day(),
            told.event().position(),
            now
        };
    }
}
