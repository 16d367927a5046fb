package io.counterfoil.billing.invoice;

import io.counterfoil.billing.invoice.InvoiceIssued.Preceding;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the invoices that others correct: whose lines they take back, or what they bill again after a void. */
@Dependent
class Corrected {

    private final Database database;

    @Inject
    Corrected(Database database) {
        this.database = database;
    }

    /** The bills with what they correct; two statements for a set. */
    List<ComposedBill> named(List<ComposedBill> bills) {
        Map<UUID, Preceding> originals = originals(items(bills)
                .map(BillableItem::originalLineId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<UUID, List<Voided>> voided = voided(items(bills)
                .map(BillableItem::orderLineId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        if (originals.isEmpty() && voided.isEmpty()) {
            return bills;
        }
        return bills.stream()
                .map(bill -> bill.correcting(Corrections.of(
                        of(items(List.of(bill)).map(BillableItem::originalLineId), originals),
                        items(List.of(bill)).flatMap(item -> again(item, voided)))))
                .toList();
    }

    /** The same for an invoice that was issued. */
    Corrections of(Invoice invoice, List<InvoiceLine> lines) {
        Map<UUID, Preceding> originals = originals(lines.stream()
                .map(line -> line.item().originalLineId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return new Corrections(preceding(invoice), originals);
    }

    private Preceding preceding(Invoice invoice) {
        return database.query(
                        """
                        select p.invoice_id, p.invoice_number, p.issue_date from invoice i
                          join invoice p on p.invoice_id = i.preceding_invoice_id where i.invoice_id = ?
                        """,
                        invoice.invoiceId())
                .one(Corrected::preceding)
                .orElse(null);
    }

    private static Stream<BillableItem> items(List<ComposedBill> bills) {
        return bills.stream().flatMap(bill -> bill.lines().stream()).map(InvoiceLine::item);
    }

    private static Map<UUID, Preceding> of(Stream<UUID> lineIds, Map<UUID, Preceding> originals) {
        Set<UUID> own = new HashSet<>(lineIds.filter(Objects::nonNull).toList());
        own.retainAll(originals.keySet());
        return own.stream().collect(Collectors.toMap(id -> id, originals::get));
    }

    private Map<UUID, Preceding> originals(Set<UUID> lineIds) {
        Map<UUID, Preceding> found = new HashMap<>();
        if (!lineIds.isEmpty()) {
            database.query(
                            """
                            select l.line_id, i.invoice_id, i.invoice_number, i.issue_date from invoice_line l
                              join invoice i using (invoice_id) where l.line_id = any(?)
                            """,
                            lineIds)
                    .list(row -> found.put(row.uuid("line_id"), preceding(row)));
        }
        return found;
    }

    private Map<UUID, List<Voided>> voided(Collection<UUID> orderLineIds) {
        if (orderLineIds.isEmpty()) {
            return Map.of();
        }
        return database
                .query(
                        """
                        select l.order_line_id, l.charge_id, l.period_start, l.period_end, i.invoice_id, i.invoice_number,
                               i.issue_date
                          from invoice_line l join invoice i using (invoice_id)
                         where l.voided and l.order_line_id = any(?)
                        """,
                        orderLineIds)
                .list(Corrected::voided)
                .stream()
                .collect(Collectors.groupingBy(Voided::orderLineId));
    }

    private static Stream<Preceding> again(BillableItem item, Map<UUID, List<Voided>> voided) {
        return item.orderLineId() == null || voided.isEmpty()
                ? Stream.empty()
                : voided.getOrDefault(item.orderLineId(), List.of()).stream()
                        .filter(before -> before.isBilledAgainBy(item))
                        .map(Voided::invoice);
    }

    private static Preceding preceding(Row row) {
        return new Preceding(row.uuid("invoice_id"), row.text("invoice_number"), row.date("issue_date"));
    }

    private static Voided voided(Row row) {
        LocalDate start = row.date("period_start");
        return new Voided(
                row.uuid("order_line_id"),
                row.text("charge_id"),
                start == null ? null : new ServicePeriod(start, row.date("period_end")),
                preceding(row));
    }

    /** A line that counts no longer. */
    private record Voided(UUID orderLineId, String chargeId, ServicePeriod period, Preceding invoice) {

        boolean isBilledAgainBy(BillableItem item) {
            return Objects.equals(chargeId, item.chargeId()) && meets(item.period());
        }

        private boolean meets(ServicePeriod other) {
            if (period == null || other == null) {
                return period == other;
            }
            return period.start().isBefore(other.end()) && other.start().isBefore(period.end());
        }
    }
}
