package io.counterfoil.ledger.explain;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was recognised, slice by slice: also behind an entry that sums up a large set. */
@Dependent
class Slices {

    private static final String FIGURE =
            """
            with figure as materialized (
                select r.schedule_id, r.ordinal, r.amount_minor as minor, s.currency, s.invoice_id, s.invoice_number, s.invoice_line_id,
                       s.customer_id, s.contract_id, s.order_id as of_order, coalesce(r.entry_id, x.entry_id) as entry_id
                from recognised_slice r join revenue_schedule s on s.id = r.schedule_id
                left join recognition_set_entry x on x.set_id = r.set_id and x.effective_date = r.effective_date
                join journal_entry e on e.id = coalesce(r.entry_id, x.entry_id)
                where (?::text is null or s.legal_entity_id = ?) and (?::text is null or s.currency = ?)
                  and (?::date is null or e.posting_date >= ?) and (?::date is null or e.posting_date <= ?)
                  and (?::timestamptz is null or r.recorded_at <= ?) and (?::text is null or s.product_id = ?)
                  and (?::uuid is null or s.invoice_id = ?) and (?::uuid is null or s.contract_id = ?)
                  and (?::uuid is null or s.customer_id = ?) and (?::uuid is null or e.id = ?)
            )
            """;

    private static final String ITEMS = FIGURE
            + """
            select f.*, e.entry_number, e.purpose, e.effective_date, e.posting_date, e.late, e.recorded_at, e.rule_id, e.rule_version,
                   e.source_event_id, e.source_type, e.correlation_id, o.order_number, o.channel, o.reference_system, o.reference_id
            from (select * from figure order by ordinal, schedule_id offset ? limit ?) f join journal_entry e on e.id = f.entry_id
            left join order_reference o on o.order_id = f.of_order
            order by f.ordinal, f.schedule_id
            """;

    private final Database database;

    @Inject
    Slices(Database database) {
        this.database = database;
    }

    List<Money> amounts(Figure figure) {
        return database.query(
                        FIGURE + "select currency, sum(minor)::bigint as minor from figure group by 1 order by 1",
                        parameters(figure, List.of()))
                .list(row -> row.money("minor", "currency"));
    }

    List<ExplanationJson.Item> items(Figure figure, long offset, int limit) {
        return database.query(ITEMS, parameters(figure, List.of(offset, limit))).list(Slices::read);
    }

    private static Object[] parameters(Figure f, List<?> more) {
        List<Object> all = new ArrayList<>();
        for (Object each : Arrays.asList(
                f.legalEntityId(),
                f.currency(),
                f.from(),
                f.to(),
                f.knownAt(),
                f.productId(),
                f.invoiceId(),
                f.contractId(),
                f.customerId(),
                f.entryId())) {
            all.add(each);
            all.add(each);
        }
        all.addAll(more);
        return all.toArray();
    }

    private static ExplanationJson.Item read(Row row) {
        return new ExplanationJson.Item(
                row.money("minor", "currency"),
                new ExplanationJson.Entry(
                        row.uuid("entry_id"),
                        row.text("entry_number"),
                        row.text("purpose"),
                        null,
                        null,
                        null,
                        row.date("effective_date"),
                        row.date("posting_date"),
                        row.bool("late"),
                        row.instant("recorded_at")),
                new ExplanationJson.Rule(row.text("rule_id"), row.longOrNull("rule_version")),
                new ExplanationJson.Event(
                        row.uuid("source_event_id"), row.text("source_type"), null, row.text("correlation_id")),
                new ExplanationJson.Document(
                        "SCHEDULE",
                        row.uuid("schedule_id"),
                        row.text("invoice_number"),
                        row.uuid("customer_id"),
                        row.uuid("contract_id")),
                Explanations.invoice(row),
                Explanations.order(row));
    }
}
