package io.counterfoil.ledger.receivable;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How the sub-ledger is written: in sets, only added to. */
@Dependent
class OpenItems {

    private static final String ITEM =
            """
            insert into open_item (invoice_id, invoice_number, legal_entity_id, customer_id, contract_id, order_id, currency, issue_date,
                due_date, amount_minor, source_event_id, source_position, correlation_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String RECEIPT =
            """
            insert into cash_receipt (payment_id, legal_entity_id, customer_id, currency, value_date, amount_minor, channel,
                gateway_reference, source_event_id, source_position, correlation_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String APPLICATION =
            """
            insert into cash_application (application_id, payment_id, invoice_id, legal_entity_id, customer_id, currency,
                effective_date, amount_minor, from_unapplied, source_event_id, source_position)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Database database;

    @Inject
    OpenItems(Database database) {
        this.database = database;
    }

    void add(Rows rows) {
        try {
            database.batch(ITEM, rows.items());
            database.batch(RECEIPT, rows.receipts());
            database.batch(APPLICATION, rows.applications());
        } catch (DatabaseFailure failure) {
            throw failure.isUniqueViolation() ? new DocumentKeptAlready(failure) : failure;
        }
    }

    /** What a run of events adds. */
    record Rows(
            Set<String> legalEntityIds, List<Object[]> items, List<Object[]> receipts, List<Object[]> applications) {

        Rows() {
            this(new HashSet<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void invoice(Envelope event, InvoiceIssued invoice) {
            legalEntityIds.add(invoice.legalEntityId());
            items.add(new Object[] {
                invoice.invoiceId(),
                invoice.invoiceNumber(),
                invoice.legalEntityId(),
                invoice.customerId(),
                invoice.contractId(),
                invoice.orderId(),
                invoice.payableAmount().currency(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.payableAmount().minor(),
                event.id(),
                event.position(),
                event.correlationId()
            });
        }

        void payment(Envelope event, PaymentSettled payment) {
            legalEntityIds.add(payment.legalEntityId());
            receipts.add(new Object[] {
                payment.paymentId(),
                payment.legalEntityId(),
                payment.customerId(),
                payment.amount().currency(),
                payment.valueDate(),
                payment.amount().minor(),
                payment.channel(),
                payment.gatewayReference(),
                event.id(),
                event.position(),
                event.correlationId()
            });
            for (PaymentSettled.Application application : payment.applications()) {
                add(
                        event,
                        application.applicationId(),
                        payment.paymentId(),
                        application.invoiceId(),
                        payment.legalEntityId(),
                        payment.customerId(),
                        payment.valueDate(),
                        application.amount(),
                        false);
            }
        }

        void application(Envelope event, PaymentApplied applied, LocalDate day) {
            legalEntityIds.add(applied.legalEntityId());
            add(
                    event,
                    applied.applicationId(),
                    applied.paymentId(),
                    applied.invoiceId(),
                    applied.legalEntityId(),
                    applied.customerId(),
                    day,
                    applied.amount(),
                    true);
        }

        private void add(
                Envelope event,
                UUID applicationId,
                UUID paymentId,
                UUID invoiceId,
                String legalEntityId,
                UUID customerId,
                LocalDate day,
                Money amount,
                boolean fromUnapplied) {
            applications.add(new Object[] {
                applicationId,
                paymentId,
                invoiceId,
                legalEntityId,
                customerId,
                amount.currency(),
                day,
                amount.minor(),
                fromUnapplied,
                event.id(),
                event.position()
            });
        }
    }
}
