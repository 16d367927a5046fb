package io.counterfoil.ledger.receivable;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.DatabaseFailure;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.invoice.InvoiceIssued;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** How the sub-ledger is written: in sets, only added to. */
@Dependent
class OpenItems {

    private static final String ITEM =
            "invoice_id, invoice_number, legal_entity_id, customer_id, contract_id, order_id,"
                    + " currency, issue_date, due_date, amount_minor, tax_minor, credit_minor, source_event_id,"
                    + " source_position, correlation_id, recorded_at";

    private static final String RECEIPT =
            "payment_id, legal_entity_id, customer_id, currency, value_date, amount_minor, channel,"
                    + " gateway_reference, unapplied_minor, fee_minor, source_event_id, source_position,"
                    + " correlation_id, recorded_at, settled_minor, settled_currency";

    private static final String APPLICATION =
            "application_id, payment_id, invoice_id, legal_entity_id, customer_id, currency,"
                    + " effective_date, amount_minor, let_go_minor, from_unapplied, source_event_id,"
                    + " source_position, recorded_at";

    private static final String MOVEMENT =
            "event_id, line_number, control_kind, item_id, legal_entity_id, customer_id, currency,"
                    + " minor, effective_date, source_type, source_position, recorded_at";

    private static final String ACCRUED =
            """
            select item_id, currency, sum(minor)::bigint as minor from control_movement
            where control_kind = 'UNBILLED' and item_id = any(?) group by item_id, currency
            """;

    private final Database database;

    @Inject
    OpenItems(Database database) {
        this.database = database;
    }

    void add(Rows rows) {
        try {
            database.append("open_item", ITEM, rows.items());
            database.append("cash_receipt", RECEIPT, rows.receipts());
            database.append("cash_application", APPLICATION, rows.applications());
            database.append("control_movement", MOVEMENT, rows.movements());
        } catch (DatabaseFailure failure) {
            throw failure.isUniqueViolation() ? new DocumentKeptAlready(failure) : failure;
        }
    }

    /** What was delivered under these accruals and is not billed yet. */
    Map<UUID, Money> accrued(Set<UUID> accrualIds) {
        Map<UUID, Money> accrued = new HashMap<>();
        if (!accrualIds.isEmpty()) {
            database.query(ACCRUED, accrualIds)
                    .list(row -> accrued.put(row.uuid("item_id"), row.money("minor", "currency")));
        }
        return accrued;
    }

    /** What a run of events adds. */
    record Rows(
            Instant now,
            Set<String> legalEntityIds,
            List<Object[]> items,
            List<Object[]> receipts,
            List<Object[]> applications,
            List<Object[]> movements) {

        Rows(Instant now) {
            this(now, new HashSet<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
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
                invoice.tax().minor(),
                invoice.credit().minor(),
                event.id(),
                event.position(),
                event.correlationId(),
                now
            });
        }

        /** What an invoice moves beside the receivable: credit that it uses, prepaid credit, what was accrued before. */
        void others(Envelope event, InvoiceIssued invoice, Map<UUID, Money> accrued) {
            int line = 0;
            for (InvoiceIssued.CreditUsed used : invoice.creditsApplied()) {
                line++;
                other(
                        event,
                        invoice,
                        line,
                        "CUSTOMER_CREDIT",
                        used.creditId(),
                        used.amount().negated());
            }
            if (!invoice.prepaid().isZero()) {
                line++;
                other(event, invoice, line, "PREPAID", invoice.invoiceId(), invoice.prepaid());
            }
            for (UUID accrualId : new TreeSet<>(invoice.accruals())) {
                Money billed = accrued.get(accrualId);
                if (billed != null && !billed.isZero()) {
                    line++;
                    other(event, invoice, line, "UNBILLED", accrualId, billed.negated());
                }
            }
        }

        private void other(Envelope event, InvoiceIssued invoice, int line, String kind, UUID itemId, Money amount) {
            movements.add(new Object[] {
                event.id(),
                line,
                kind,
                itemId,
                invoice.legalEntityId(),
                invoice.customerId(),
                amount.currency(),
                amount.minor(),
                invoice.issueDate(),
                "invoice.issued",
                event.position(),
                now
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
                payment.unappliedAmount().minor(),
                payment.fee().minor(),
                event.id(),
                event.position(),
                event.correlationId(),
                now,
                payment.kept() == null ? null : payment.kept().minor(),
                payment.kept() == null ? null : payment.kept().currency()
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
                        application.letGo(),
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
                    applied.letGo(),
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
                Money letGo,
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
                letGo.minor(),
                fromUnapplied,
                event.id(),
                event.position(),
                now
            });
        }
    }
}
