package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.rating.Quantity;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.rating.UnitPrice;
import io.counterfoil.billing.tax.Rate;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** The lines and tax subtotals of the invoices: appended once. */
@Dependent
class InvoiceLineRows {

    private static final String LINE =
            """
            line_id, invoice_id, line_number, item_id, type, order_charge_id, subscription_id, order_line_id, product_id,
            description, plan_id, price_id, charge_id, performance_obligation_id, revenue_treatment, period_start, period_end,
            quantity, unit_price, base_quantity, net_minor, tax_category, tax_rate, tax_jurisdiction, tax_minor,
            original_line_id, accrual_ids, amendment_id, price_includes_tax
            """;

    private static final String TAX =
            """
            invoice_id, subtotal_number, category, rate, jurisdiction, taxable_minor, tax_minor, exemption_reason_code,
            exemption_reason, source
            """;

    private final Database database;

    @Inject
    InvoiceLineRows(Database database) {
        this.database = database;
    }

    /** Adds what belongs to invoices that are added after it, in the same transaction. */
    void addAll(List<ComposedBill> bills) {
        database.append(
                "invoice_line",
                LINE,
                bills.stream()
                        .flatMap(bill -> bill.lines().stream().map(line -> row(bill.invoiceId(), line)))
                        .toList());
        database.append(
                "invoice_tax",
                TAX,
                bills.stream()
                        .flatMap(bill -> bill.subtotals().stream().map(subtotal -> row(bill.invoiceId(), subtotal)))
                        .toList());
        reduce(bills);
    }

    /**
     * A line that can be credited.
     *
     * @param withTax whether its price included the tax when it was billed
     */
    record Creditable(UUID invoiceId, boolean withTax) {}

    /** Those of these lines whose invoices can be credited. */
    Map<UUID, Creditable> creditable(Collection<UUID> lineIds) {
        Map<UUID, Creditable> creditable = new HashMap<>();
        database.query(
                        """
                        select l.line_id, l.invoice_id, l.price_includes_tax from invoice_line l join invoice i using (invoice_id)
                         where l.line_id = any(?) and i.state not in ('VOID', 'WRITTEN_OFF')
                        """,
                        lineIds.stream().filter(Objects::nonNull).toList())
                .list(row -> creditable.put(
                        row.uuid("line_id"), new Creditable(row.uuid("invoice_id"), row.bool("price_includes_tax"))));
        return creditable;
    }

    /**
     * What a repair takes back counts against the line that it repairs. Where prices include the tax, what is left of two
     * prices may be rounded to a cent more than of their sum: that cent is none of the line's.
     */
    private void reduce(List<ComposedBill> bills) {
        database.batch(
                """
                insert into line_reduction (line_id, caused_by, amount_minor)
                select line_id, ?, amount_minor from (
                    select l.line_id, case when l.price_includes_tax then least(?::bigint, l.net_minor - coalesce((select
                           sum(r.amount_minor) from line_reduction r where r.line_id = l.line_id), 0)::bigint)
                           else ?::bigint end as amount_minor from invoice_line l where l.line_id = ?) taken
                 where amount_minor > 0
                """,
                bills.stream()
                        .flatMap(bill -> bill.lines().stream())
                        .filter(line -> line.item().type() == ItemType.REPAIR
                                && line.net().isNegative())
                        .map(line -> {
                            long net = line.net().negated().minor();
                            return new Object[] {
                                line.lineId(), net, net, line.item().originalLineId()
                            };
                        })
                        .toList());
    }

    List<InvoiceLine> lines(Invoice invoice) {
        return database.query(
                        "select * from invoice_line where invoice_id = ? order by line_number", invoice.invoiceId())
                .list(row -> line(row, invoice));
    }

    boolean isRepaired(Invoice invoice) {
        return database.query(
                        """
                        select 1 from invoice_line l join invoice_line r on r.original_line_id = l.line_id
                         where l.invoice_id = ? and r.invoice_id <> l.invoice_id and not r.voided limit 1
                        """,
                        invoice.invoiceId())
                .one(row -> true)
                .isPresent();
    }

    /** What a voided invoice billed may be billed again, and what it took back is left again. */
    void countNoLonger(Invoice invoice) {
        database.update(
                """
                delete from line_reduction where caused_by in (
                    select line_id from invoice_line where invoice_id = ? and type = 'REPAIR' and not voided)
                """,
                invoice.invoiceId());
        database.update("update invoice_line set voided = true where invoice_id = ?", invoice.invoiceId());
    }

    boolean countsNoLonger(Invoice invoice) {
        return !database.query(
                        "select 1 from invoice_line where invoice_id = ? and voided limit 1", invoice.invoiceId())
                .list(row -> true)
                .isEmpty();
    }

    List<TaxSubtotal> subtotals(Invoice invoice) {
        return database.query(
                        "select * from invoice_tax where invoice_id = ? order by subtotal_number", invoice.invoiceId())
                .list(row -> new TaxSubtotal(
                        row.intValue("subtotal_number"),
                        TaxCategory.valueOf(row.text("category")),
                        new Rate(row.decimal("rate")),
                        row.text("jurisdiction"),
                        Money.ofMinor(row.longValue("taxable_minor"), invoice.currency()),
                        Money.ofMinor(row.longValue("tax_minor"), invoice.currency()),
                        row.text("exemption_reason_code"),
                        row.text("exemption_reason"),
                        row.text("source")));
    }

    private static Object[] row(UUID invoiceId, InvoiceLine line) {
        BillableItem item = line.item();
        return new Object[] {
            line.lineId(),
            invoiceId,
            line.number(),
            item.itemId(),
            item.type(),
            item.orderChargeId(),
            item.subscriptionId(),
            item.orderLineId(),
            item.productId(),
            item.description(),
            item.planId(),
            item.priceId(),
            item.chargeId(),
            item.performanceObligationId(),
            item.revenueTreatment(),
            item.period() == null ? null : item.period().start(),
            item.period() == null ? null : item.period().end(),
            item.quantity().value(),
            item.unitPrice().value(),
            item.unitPrice().baseQuantity(),
            item.net().minor(),
            item.taxCategory(),
            line.taxRate().value(),
            line.taxJurisdiction(),
            line.tax().minor(),
            item.originalLineId(),
            item.accrualIds().isEmpty() ? null : item.accrualIds(),
            item.amendmentId(),
            line.priceIncludesTax()
        };
    }

    private static Object[] row(UUID invoiceId, TaxSubtotal subtotal) {
        return new Object[] {
            invoiceId,
            subtotal.number(),
            subtotal.category(),
            subtotal.rate().value(),
            subtotal.jurisdiction(),
            subtotal.taxable().minor(),
            subtotal.tax().minor(),
            subtotal.exemptionReasonCode(),
            subtotal.exemptionReason(),
            subtotal.source()
        };
    }

    private static InvoiceLine line(Row row, Invoice invoice) {
        return new InvoiceLine(
                row.uuid("line_id"),
                row.intValue("line_number"),
                item(row, invoice.agreementId(), invoice.currency(), invoice.taxPointDate()),
                new Rate(row.decimal("tax_rate")),
                row.text("tax_jurisdiction"),
                Money.ofMinor(row.longValue("tax_minor"), invoice.currency()),
                row.bool("price_includes_tax"));
    }

    static BillableItem item(Row row, UUID agreementId, String currency, LocalDate taxPoint) {
        LocalDate start = row.date("period_start");
        return new BillableItem(
                row.uuid("item_id"),
                ItemType.valueOf(row.text("type")),
                agreementId,
                row.uuid("subscription_id"),
                row.uuid("order_line_id"),
                row.uuid("order_charge_id"),
                row.text("charge_id"),
                row.text("product_id"),
                row.text("description"),
                row.text("plan_id"),
                row.text("price_id"),
                row.uuid("performance_obligation_id"),
                RevenueTreatment.valueOf(row.text("revenue_treatment")),
                start == null ? null : new ServicePeriod(start, row.date("period_end")),
                new Quantity(row.decimal("quantity")),
                new UnitPrice(row.decimal("unit_price"), row.decimal("base_quantity")),
                Money.ofMinor(row.longValue("net_minor"), currency),
                TaxCategory.valueOf(row.text("tax_category")),
                row.uuid("original_line_id"),
                ids(row.text("accrual_ids")),
                taxPoint,
                row.uuid("amendment_id"));
    }

    private static List<UUID> ids(String array) {
        return array == null
                ? List.of()
                : Stream.of(array.substring(1, array.length() - 1).split(","))
                        .map(UUID::fromString)
                        .toList();
    }
}
