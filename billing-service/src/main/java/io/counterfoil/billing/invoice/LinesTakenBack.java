package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.tax.ApplicableRate;
import io.counterfoil.billing.tax.ApplicableRate.Component;
import io.counterfoil.billing.tax.Rate;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.billing.tax.TaxedBefore;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the lines were taxed of which items take something back, as it stands on their invoices. */
@Dependent
class LinesTakenBack {

    private final Database database;

    @Inject
    LinesTakenBack(Database database) {
        this.database = database;
    }

    /** By line; two statements for all items, and none where nothing is taken back. */
    Map<UUID, TaxedBefore> of(Stream<BillableItem> items) {
        Set<UUID> lineIds =
                items.map(BillableItem::originalLineId).filter(Objects::nonNull).collect(Collectors.toSet());
        if (lineIds.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<Taxed>> taxed = taxed(lineIds);
        return database
                .query(
                        """
                        select l.*, i.currency, rest.net_minor as left_net_minor, rest.tax_minor as left_tax_minor
                          from invoice_line l join invoice i using (invoice_id) cross join lateral left_of_line(l.line_id) rest
                         where l.line_id = any(?)
                        """,
                        lineIds)
                .list(row -> before(row, taxed.getOrDefault(row.uuid("invoice_id"), List.of())))
                .stream()
                .collect(Collectors.toMap(TaxedBefore::lineId, Function.identity()));
    }

    /** The subtotals of the lines' invoices, by invoice. */
    private Map<UUID, List<Taxed>> taxed(Collection<UUID> lineIds) {
        return database
                .query(
                        """
                        select * from invoice_tax where invoice_id in (select invoice_id from invoice_line where line_id = any(?))
                         order by invoice_id, subtotal_number
                        """,
                        lineIds)
                .list(row -> new Taxed(
                        row.uuid("invoice_id"),
                        new ApplicableRate(
                                row.text("jurisdiction"),
                                TaxCategory.valueOf(row.text("category")),
                                new Rate(row.decimal("rate")),
                                row.text("exemption_reason_code"),
                                row.text("exemption_reason"),
                                row.text("source"))))
                .stream()
                .collect(Collectors.groupingBy(Taxed::invoiceId));
    }

    private static TaxedBefore before(Row row, List<Taxed> ofInvoice) {
        return new TaxedBefore(
                row.uuid("line_id"),
                applied(row, ofInvoice.stream().map(Taxed::applied).toList()),
                row.money("net_minor", "currency"),
                row.money("tax_minor", "currency"),
                row.money("left_net_minor", "currency"),
                row.money("left_tax_minor", "currency"));
    }

    /** One subtotal is the line's; where several authorities shared its rate, those of one source that make the rate are. */
    private static ApplicableRate applied(Row line, List<ApplicableRate> ofInvoice) {
        TaxCategory category = TaxCategory.valueOf(line.text("tax_category"));
        Rate rate = new Rate(line.decimal("tax_rate"));
        List<ApplicableRate> alike =
                ofInvoice.stream().filter(one -> one.category() == category).toList();
        List<ApplicableRate> own = alike.stream()
                .filter(one -> one.rate().equals(rate) && one.jurisdiction().equals(line.text("tax_jurisdiction")))
                .limit(1)
                .toList();
        return own.isEmpty() ? applied(line, rate, shared(alike, rate)) : applied(line, rate, own);
    }

    private static List<ApplicableRate> shared(List<ApplicableRate> alike, Rate rate) {
        return alike.stream()
                .collect(Collectors.groupingBy(ApplicableRate::source, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(parts -> sum(parts).equals(rate))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no subtotal has the tax of a line at " + rate));
    }

    private static ApplicableRate applied(Row line, Rate rate, List<ApplicableRate> parts) {
        ApplicableRate first = parts.get(0);
        return new ApplicableRate(
                line.text("tax_jurisdiction"),
                first.category(),
                rate,
                first.reasonCode(),
                first.reason(),
                first.source(),
                line.bool("price_includes_tax"),
                parts.size() == 1
                        ? List.of()
                        : parts.stream()
                                .map(part -> new Component(part.jurisdiction(), part.rate()))
                                .toList());
    }

    private static Rate sum(List<ApplicableRate> parts) {
        return parts.stream().map(ApplicableRate::rate).reduce(Rate.ZERO, Rate::plus);
    }

    private record Taxed(UUID invoiceId, ApplicableRate applied) {}
}
