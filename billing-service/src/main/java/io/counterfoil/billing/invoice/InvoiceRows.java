package io.counterfoil.billing.invoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.invoice.Invoice.Issued;
import io.counterfoil.billing.invoice.InvoiceIssued.Preceding;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Database.AsColumn;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of the invoices: added when issued; afterwards only what is open, and so the state, moves. */
@Dependent
class InvoiceRows {

    private static final String COLUMNS =
            """
            invoice_id, invoice_number, legal_entity_id, series, document_type_code, issue_date, tax_point_date, due_date,
            agreement_id, order_id, order_number, contract_id, contract_version, customer_id, bill_to, currency,
            purchase_order, net_minor, tax_minor, rounding_minor, prepaid_minor, payable_minor, open_minor, state, effective_at,
            correlation_id, issued_event_id, policy_versions, version,
            preceding_invoice_id, national_tax_minor, national_currency
            """;

    private final Database database;

    @Inject
    InvoiceRows(Database database) {
        this.database = database;
    }

    /** Adds invoices whose lines and tax were added before. */
    void addAll(List<Issued> issued) {
        database.append(
                "invoice", COLUMNS, issued.stream().map(InvoiceRows::row).toList());
    }

    /** Writes what is open now; every row must still be at the version before. */
    void settle(List<Invoice> invoices) {
        int changed = database.batch(
                """
                update invoice set open_minor = ?, credited_minor = ?, state = ?, version = ?
                 where invoice_id = ? and version = ?
                """,
                invoices.stream()
                        .map(i -> new Object[] {
                            i.open().minor(),
                            i.credited().minor(),
                            i.state(),
                            i.version(),
                            i.invoiceId(),
                            i.version() - 1
                        })
                        .toList());
        if (changed != invoices.size()) {
            throw new IllegalStateException("an invoice was changed meanwhile");
        }
    }

    Optional<Invoice> byId(UUID id, boolean locked) {
        return database.query("select * from invoice where invoice_id = ?" + lock(locked), id)
                .one(InvoiceRows::read);
    }

    Optional<Invoice> byNumber(String number, boolean locked) {
        return database.query("select * from invoice where invoice_number = ?" + lock(locked), number)
                .one(InvoiceRows::read);
    }

    List<Invoice> open(Collection<UUID> ids) {
        return database.query("select * from invoice where invoice_id = any(?) and open_minor > 0", ids)
                .list(InvoiceRows::read);
    }

    /** The tax of an invoice in the national currency; empty where that is the document's. */
    Optional<Money> nationalTax(Invoice invoice) {
        return database.query(
                        """
                        select national_tax_minor, national_currency from invoice
                         where invoice_id = ? and national_currency is not null
                        """,
                        invoice.invoiceId())
                .one(row -> row.money("national_tax_minor", "national_currency"));
    }

    /** What a customer has open with an entity in a currency, the oldest due first, locked. */
    List<Invoice> lockOpen(UUID customerId, String legalEntityId, String currency) {
        return database.query(
                        """
                        select * from invoice
                         where customer_id = ? and legal_entity_id = ? and currency = ? and open_minor > 0
                         order by due_date, invoice_number for update
                        """,
                        customerId,
                        legalEntityId,
                        currency)
                .list(InvoiceRows::read);
    }

    /** A page in the order of their ids; what is null in the filter does not filter. */
    List<Invoice> page(InvoiceFilter filter, UUID after, int limit) {
        return database.query(
                        """
                        select * from invoice
                         where (?::uuid is null or invoice_id > ?) and (?::uuid is null or customer_id = ?)
                           and (?::uuid is null or order_id = ?) and (?::text is null or legal_entity_id = ?)
                           and (?::text is null or state = ?) and (?::text is null or invoice_number = ?)
                         order by invoice_id limit ?
                        """,
                        after,
                        after,
                        filter.customerId(),
                        filter.customerId(),
                        filter.orderId(),
                        filter.orderId(),
                        filter.legalEntityId(),
                        filter.legalEntityId(),
                        filter.state(),
                        filter.state(),
                        filter.invoiceNumber(),
                        filter.invoiceNumber(),
                        limit)
                .list(InvoiceRows::read);
    }

    private static String lock(boolean locked) {
        return locked ? " for update" : "";
    }

    private static Object[] row(Issued issued) {
        Invoice invoice = issued.invoice();
        Preceding preceding = issued.corrections().preceding();
        Money national = issued.nationalTax();
        return new Object[] {
            invoice.invoiceId(),
            invoice.number(),
            invoice.legalEntityId(),
            invoice.series(),
            Invoice.DOCUMENT_TYPE,
            invoice.issueDate(),
            invoice.taxPointDate(),
            invoice.dueDate(),
            invoice.agreementId(),
            invoice.order().orderId(),
            invoice.order().orderNumber(),
            invoice.order().contractId(),
            invoice.order().contractVersion(),
            invoice.customerId(),
            new AsColumn(Json.write(invoice.billTo())),
            invoice.currency(),
            invoice.order().purchaseOrder(),
            invoice.net().minor(),
            invoice.tax().minor(),
            invoice.rounding().minor(),
            invoice.prepaid().minor(),
            invoice.payable().minor(),
            invoice.open().minor(),
            invoice.state(),
            invoice.effectiveAt(),
            invoice.correlationId(),
            invoice.issuedEventId(),
            new AsColumn(Json.write(issued.policyVersions())),
            invoice.version(),
            preceding == null ? null : preceding.invoiceId(),
            national == null ? null : national.minor(),
            national == null ? null : national.currency()
        };
    }

    private static Invoice read(Row row) {
        return new Invoice(
                row.uuid("invoice_id"),
                row.text("invoice_number"),
                row.text("series"),
                row.text("legal_entity_id"),
                row.uuid("agreement_id"),
                new Invoice.Order(
                        row.uuid("order_id"),
                        row.text("order_number"),
                        row.uuid("contract_id"),
                        row.intValue("contract_version"),
                        row.text("purchase_order")),
                row.uuid("customer_id"),
                billTo(row.text("bill_to")),
                row.date("issue_date"),
                row.date("tax_point_date"),
                row.date("due_date"),
                row.money("net_minor", "currency"),
                row.money("tax_minor", "currency"),
                row.money("rounding_minor", "currency"),
                row.money("prepaid_minor", "currency"),
                row.money("payable_minor", "currency"),
                row.money("open_minor", "currency"),
                row.money("credited_minor", "currency"),
                InvoiceState.valueOf(row.text("state")),
                row.instant("effective_at"),
                row.text("correlation_id"),
                row.uuid("issued_event_id"),
                row.intValue("version"));
    }

    private static BillTo billTo(String json) {
        try {
            return Json.lenient().readValue(json, BillTo.class);
        } catch (JsonProcessingException corrupt) {
            throw new IllegalStateException("a kept bill-to snapshot can't be read", corrupt);
        }
    }
}
