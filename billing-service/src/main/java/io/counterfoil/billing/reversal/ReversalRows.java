package io.counterfoil.billing.reversal;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.billing.reversal.LeftOfLine.Sold;
import io.counterfoil.billing.reversal.LeftOfLine.Taxed;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What was taken back of the invoice lines, and what is left of them. */
@Dependent
class ReversalRows {

    private final Database database;

    @Inject
    ReversalRows(Database database) {
        this.database = database;
    }

    /** What is left of each line; its invoice must be locked. */
    List<LeftOfLine> leftOf(Invoice invoice) {
        return database.query(
                        """
                        select l.*, rest.net_minor as left_net, rest.tax_minor as left_tax, t.exemption_reason_code, t.source
                          from invoice_line l cross join lateral left_of_line(l.line_id) rest
                          left join lateral (select exemption_reason_code, source from invoice_tax x
                                              where x.invoice_id = l.invoice_id and x.category = l.tax_category
                                                and x.rate = l.tax_rate and x.jurisdiction = l.tax_jurisdiction limit 1) t on true
                         where l.invoice_id = ? order by l.line_number
                        """,
                        invoice.invoiceId())
                .list(row -> line(row, invoice.currency(), "left_net", "left_tax"));
    }

    /** What one act took back. */
    List<LeftOfLine> of(UUID causedBy, String currency) {
        return database.query(
                        """
                        select l.*, v.net_minor as left_net, v.tax_minor as left_tax, v.period_start as back_start,
                               v.period_end as back_end, t.exemption_reason_code, t.source
                          from line_reversal v join invoice_line l using (line_id)
                          left join lateral (select exemption_reason_code, source from invoice_tax x
                                              where x.invoice_id = l.invoice_id and x.category = l.tax_category
                                                and x.rate = l.tax_rate and x.jurisdiction = l.tax_jurisdiction limit 1) t on true
                         where v.caused_by = ? order by l.invoice_id, l.line_number
                        """,
                        causedBy)
                .list(row -> {
                    LeftOfLine line = line(row, currency, "left_net", "left_tax");
                    return row.date("back_start") == null
                            ? line
                            : line.during(new ServicePeriod(row.date("back_start"), row.date("back_end")));
                });
    }

    void add(String kind, UUID causedBy, Invoice invoice, List<LeftOfLine> parts, Map<UUID, ServicePeriod> periods) {
        database.batch(
                """
                insert into line_reduction (line_id, caused_by, amount_minor) values (?, ?, ?)
                """,
                parts.stream()
                        .filter(part ->
                                part.wholeNet().isPositive() && part.net().isPositive())
                        .map(part -> new Object[] {
                            part.lineId(), causedBy, part.net().minor()
                        })
                        .toList());
        database.batch(
                """
                insert into line_reversal (line_id, caused_by, invoice_id, kind, net_minor, tax_minor, period_start, period_end)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                parts.stream()
                        .map(part -> new Object[] {
                            part.lineId(),
                            causedBy,
                            invoice.invoiceId(),
                            kind,
                            part.net().minor(),
                            part.tax().minor(),
                            periods.containsKey(part.lineId())
                                    ? periods.get(part.lineId()).start()
                                    : null,
                            periods.containsKey(part.lineId())
                                    ? periods.get(part.lineId()).end()
                                    : null
                        })
                        .toList());
    }

    void undo(UUID causedBy) {
        database.update("delete from line_reduction where caused_by = ?", causedBy);
        database.update("update line_reversal set undone = true where caused_by = ?", causedBy);
    }

    private static LeftOfLine line(Row row, String currency, String net, String tax) {
        return new LeftOfLine(
                row.uuid("line_id"),
                row.intValue("line_number"),
                ItemType.valueOf(row.text("type")),
                sold(row),
                new Taxed(
                        TaxCategory.valueOf(row.text("tax_category")),
                        row.decimal("tax_rate").toPlainString(),
                        row.text("tax_jurisdiction"),
                        row.text("exemption_reason_code"),
                        row.text("source")),
                Money.ofMinor(row.longValue("net_minor"), currency),
                Money.ofMinor(row.longValue("tax_minor"), currency),
                Money.ofMinor(row.longValue(net), currency),
                Money.ofMinor(row.longValue(tax), currency));
    }

    private static Sold sold(Row row) {
        String treatment = row.text("revenue_treatment");
        return new Sold(
                row.text("product_id"),
                row.text("description"),
                row.text("plan_id"),
                row.text("price_id"),
                row.text("charge_id"),
                row.uuid("performance_obligation_id"),
                treatment == null ? null : RevenueTreatment.valueOf(treatment),
                row.date("period_start") == null
                        ? null
                        : new ServicePeriod(row.date("period_start"), row.date("period_end")),
                row.decimal("quantity").toPlainString(),
                row.decimal("unit_price").toPlainString(),
                row.decimal("base_quantity").toPlainString());
    }
}
