package io.counterfoil.ledger.explain;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** Leads figures back: to entries, rules, events, invoices, orders and opportunities. */
@Dependent
class Explanations {

    private static final String POSTINGS =
            """
            with figure as materialized (
                select p.entry_id, p.line_number, p.item, p.item_id, p.dimensions, p.currency, p.side, a.code, a.name, e.ordinal, e.entry_number,
                       e.purpose, e.effective_date, e.posting_date, e.late, e.recorded_at, e.rule_id, e.rule_version, e.source_event_id,
                       e.source_type, e.source_position, e.correlation_id, e.document_type, e.document_id, e.document_number, e.customer_id,
                       e.contract_id, e.order_id, case p.side when a.normal_side then p.amount_minor else -p.amount_minor end as minor
                from journal_entry e join posting p on p.entry_id = e.id join account a on a.id = p.account_id
                where (?::text is null or e.legal_entity_id = ?) and (?::text is null or a.code = ?)
                  and (?::text is null or a.control_kind = ?) and (?::text is null or p.currency = ?)
                  and (?::date is null or e.posting_date >= ?) and (?::date is null or e.posting_date <= ?)
                  and (?::timestamptz is null or e.recorded_at <= ?) and (cardinality(?::text[]) = 0 or e.purpose = any(?)) and e.purpose <> all(?::text[])
                  and (?::text is null or p.dimensions ->> 'productId' = ?)
                  and (?::uuid is null or e.document_id = ? or p.dimensions ->> 'invoiceId' = ?::text)
                  and (?::uuid is null or e.contract_id = ?) and (?::uuid is null or e.customer_id = ?) and (?::uuid is null or e.id = ?)
            )
            """;

    private static final String ITEMS = POSTINGS
            + """
            select f.*, coalesce(s.invoice_id, case f.document_type when 'INVOICE' then f.document_id end, (f.dimensions ->> 'invoiceId')::uuid)
                       as invoice_id,
                   coalesce(s.invoice_number, case f.document_type when 'INVOICE' then f.document_number end, f.dimensions ->> 'invoiceNumber')
                       as invoice_number,
                   coalesce(s.invoice_line_id, case f.item when 'LINE' then f.item_id end) as invoice_line_id,
                   coalesce(f.order_id, s.order_id) as of_order, o.order_number, o.channel, o.reference_system, o.reference_id
            from (select * from figure order by ordinal, line_number offset ? limit ?) f
            left join revenue_schedule s on f.document_type = 'SCHEDULE' and s.id = f.document_id
            left join order_reference o on o.order_id = coalesce(f.order_id, s.order_id)
            order by f.ordinal, f.line_number
            """;

    private static final String SUMS =
            POSTINGS + "select currency, sum(minor)::bigint as minor from figure group by 1 order by 1";

    private final Database database;

    @Inject
    Explanations(Database database) {
        this.database = database;
    }

    List<Money> amounts(Figure figure) {
        return database.query(SUMS, parameters(figure)).list(row -> row.money("minor", "currency"));
    }

    List<ExplanationJson.Item> items(Figure figure, long offset, int limit) {
        Object[] narrowed = parameters(figure);
        Object[] all = Arrays.copyOf(narrowed, narrowed.length + 2);
        all[narrowed.length] = offset;
        all[narrowed.length + 1] = limit;
        return database.query(ITEMS, all).list(Explanations::read);
    }

    private static Object[] parameters(Figure f) {
        return new Object[] {
            f.legalEntityId(),
            f.legalEntityId(),
            f.account(),
            f.account(),
            f.controlKind(),
            f.controlKind(),
            f.currency(),
            f.currency(),
            f.from(),
            f.from(),
            f.to(),
            f.to(),
            f.knownAt(),
            f.knownAt(),
            f.purposes(),
            f.purposes(),
            f.kind() == Figure.Kind.CREDITED ? FigureOf.NO_CREDITS : List.of(),
            f.productId(),
            f.productId(),
            f.invoiceId(),
            f.invoiceId(),
            f.invoiceId(),
            f.contractId(),
            f.contractId(),
            f.customerId(),
            f.customerId(),
            f.entryId(),
            f.entryId()
        };
    }

    private static ExplanationJson.Item read(Row row) {
        return new ExplanationJson.Item(
                row.money("minor", "currency"),
                new ExplanationJson.Entry(
                        row.uuid("entry_id"),
                        row.text("entry_number"),
                        row.text("purpose"),
                        row.text("code"),
                        row.text("name"),
                        row.text("side"),
                        row.date("effective_date"),
                        row.date("posting_date"),
                        row.bool("late"),
                        row.instant("recorded_at")),
                row.text("rule_id") == null
                        ? null
                        : new ExplanationJson.Rule(row.text("rule_id"), row.longOrNull("rule_version")),
                new ExplanationJson.Event(
                        row.uuid("source_event_id"),
                        row.text("source_type"),
                        row.longOrNull("source_position"),
                        row.text("correlation_id")),
                new ExplanationJson.Document(
                        row.text("document_type"),
                        row.uuid("document_id"),
                        row.text("document_number"),
                        row.uuid("customer_id"),
                        row.uuid("contract_id")),
                invoice(row),
                order(row));
    }

    static ExplanationJson.Invoice invoice(Row row) {
        return row.uuid("invoice_id") == null
                ? null
                : new ExplanationJson.Invoice(
                        row.uuid("invoice_id"), row.text("invoice_number"), row.uuid("invoice_line_id"));
    }

    static ExplanationJson.Order order(Row row) {
        return row.uuid("of_order") == null
                ? null
                : new ExplanationJson.Order(
                        row.uuid("of_order"),
                        row.text("order_number"),
                        row.text("channel"),
                        row.text("reference_system"),
                        row.text("reference_id"));
    }
}
