package io.counterfoil.billing.invoice;

import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.item.ItemType;
import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was billed of charges and not voided, with what was taken back of it. */
@Dependent
class BilledLines {

    private final Database database;

    @Inject
    BilledLines(Database database) {
        this.database = database;
    }

    List<BilledLine> of(Collection<UUID> chargeIds) {
        List<Billed> all = database.query(
                        """
                        select l.*, c.agreement_id, i.currency, i.tax_point_date,
                               case when l.price_includes_tax then l.tax_minor else 0 end as included_minor from invoice_line l
                          join invoice i using (invoice_id) join order_charge c using (order_charge_id)
                         where l.order_charge_id = any(?) and not l.voided and l.type in ('RECURRING', 'PREPAID', 'REPAIR')
                           and l.period_start is not null
                         order by i.effective_at, l.line_number
                        """,
                        chargeIds)
                .list(BilledLines::billed);
        Map<UUID, Long> reduced = reductions(all.stream().map(Billed::lineId).toList());
        Map<UUID, List<ServicePeriod>> repaired = Stream.concat(
                        all.stream()
                                .filter(line -> line.item().type() == ItemType.REPAIR)
                                .map(line -> new Repaired(
                                        line.item().originalLineId(),
                                        line.item().period())),
                        byMemo(all.stream().map(Billed::lineId).toList()))
                .collect(Collectors.groupingBy(
                        Repaired::lineId, Collectors.mapping(Repaired::period, Collectors.toList())));
        return all.stream()
                .filter(line -> line.item().type() != ItemType.REPAIR)
                .map(line -> line.left(
                        reduced.getOrDefault(line.lineId(), 0L), repaired.getOrDefault(line.lineId(), List.of())))
                .toList();
    }

    /** What was charged once of these charges, with what is left of it. */
    List<BilledLine> once(Collection<UUID> chargeIds) {
        List<Billed> all = database.query(
                        """
                        select l.*, c.agreement_id, i.currency, i.tax_point_date,
                               case when l.price_includes_tax then l.tax_minor else 0 end as included_minor from invoice_line l
                          join invoice i using (invoice_id) join order_charge c using (order_charge_id)
                         where l.order_charge_id = any(?) and not l.voided and l.type = 'ONE_TIME' and l.net_minor > 0
                         order by i.effective_at, l.line_number
                        """,
                        chargeIds)
                .list(BilledLines::billed);
        Map<UUID, Long> reduced = reductions(all.stream().map(Billed::lineId).toList());
        return all.stream()
                .map(line -> line.left(reduced.getOrDefault(line.lineId(), 0L), List.of()))
                .toList();
    }

    private static Billed billed(Row row) {
        return new Billed(
                row.uuid("line_id"),
                InvoiceLineRows.item(row, row.uuid("agreement_id"), row.text("currency"), row.date("tax_point_date")),
                row.longValue("included_minor"));
    }

    private Map<UUID, Long> reductions(List<UUID> lineIds) {
        Map<UUID, Long> reduced = new HashMap<>();
        database.query(
                        """
                        select line_id, priced_reduction(line_id) as reduced
                          from (select distinct line_id from line_reduction where line_id = any(?)) taken
                        """,
                        lineIds)
                .list(row -> reduced.put(row.uuid("line_id"), row.longValue("reduced")));
        return reduced;
    }

    /** What was taken back of lines by documents of their own. */
    private Stream<Repaired> byMemo(List<UUID> lineIds) {
        return database
                .query(
                        """
                        select line_id, period_start, period_end from line_reversal
                         where line_id = any(?) and not undone and period_start is not null
                        """,
                        lineIds)
                .list(row -> new Repaired(
                        row.uuid("line_id"), new ServicePeriod(row.date("period_start"), row.date("period_end"))))
                .stream();
    }

    private record Repaired(UUID lineId, ServicePeriod period) {}

    private record Billed(UUID lineId, BillableItem item, long includedMinor) {
        BilledLine left(long reduced, List<ServicePeriod> repaired) {
            Money net = item.net();
            return new BilledLine(
                    lineId, item, Money.ofMinor(net.minor() + includedMinor - reduced, net.currency()), repaired);
        }
    }
}
