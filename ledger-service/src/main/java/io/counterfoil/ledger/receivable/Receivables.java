package io.counterfoil.ledger.receivable;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sub-ledger of receivables, for reading: an item is open by what of it was not applied yet. */
@Dependent
class Receivables {

    /** What is looked for; null means any. */
    record Filter(
            String legalEntityId,
            UUID customerId,
            String currency,
            ReceivableState state,
            LocalDate effectiveOn,
            Instant knownAt) {

        List<Object> parameters() {
            List<Object> all = new ArrayList<>();
            for (Object each : Arrays.asList(
                    effectiveOn, knownAt, legalEntityId, customerId, currency, effectiveOn, knownAt, state)) {
                all.add(each);
                all.add(each);
            }
            return all;
        }
    }

    /** An item with its place in the order of issue. */
    record Placed(long ordinal, ReceivableJson item) {}

    private static final String ITEMS =
            """
            with item as (
                select i.*, (amount_minor - coalesce((select sum(s.minor) from subledger s
                                             where s.control_kind = 'RECEIVABLES' and s.item_id = i.invoice_id
                                               and (?::date is null or s.effective_date <= ?)
                                               and (?::timestamptz is null or s.recorded_at <= ?)), 0))::bigint as applied_minor
                from open_item i
                where (?::text is null or legal_entity_id = ?) and (?::uuid is null or customer_id = ?)
                  and (?::text is null or currency = ?)
                  and (?::date is null or issue_date <= ?) and (?::timestamptz is null or recorded_at <= ?)
            ), wanted as (
                select * from item where ? = 'ALL' or (amount_minor = applied_minor) = (? = 'SETTLED')
            )
            """;

    private final Database database;

    @Inject
    Receivables(Database database) {
        this.database = database;
    }

    List<Placed> after(long ordinal, Filter filter, int limit) {
        List<Object> parameters = filter.parameters();
        parameters.add(ordinal);
        parameters.add(limit);
        return database.query(
                        ITEMS + "select * from wanted where ordinal > ? order by ordinal limit ?", parameters.toArray())
                .list(row -> new Placed(row.longValue("ordinal"), read(row)));
    }

    List<ReceivableJson.Total> totals(Filter filter) {
        return database.query(
                        ITEMS
                                + """
                                select legal_entity_id, currency, count(*) as items, sum(amount_minor)::bigint as amount_minor,
                                       sum(applied_minor)::bigint as applied_minor
                                from wanted group by 1, 2 order by 1, 2
                                """,
                        filter.parameters().toArray())
                .list(Receivables::readTotal);
    }

    Optional<ReceivableJson.WithApplications> find(UUID invoiceId) {
        return database.query(
                        """
                        select i.*, (amount_minor - (select sum(s.minor) from subledger s
                                                     where s.control_kind = 'RECEIVABLES' and s.item_id = i.invoice_id))::bigint as applied_minor
                        from open_item i where invoice_id = ?
                        """,
                        invoiceId)
                .one(Receivables::read)
                .map(item -> new ReceivableJson.WithApplications(item, applications(invoiceId)));
    }

    private List<ReceivableJson.Application> applications(UUID invoiceId) {
        return database.query(
                        "select * from cash_application where invoice_id = ? order by effective_date, source_position, application_id",
                        invoiceId)
                .list(row -> new ReceivableJson.Application(
                        row.uuid("application_id"),
                        row.uuid("payment_id"),
                        row.date("effective_date"),
                        row.money("amount_minor", "currency"),
                        row.bool("from_unapplied")));
    }

    private static ReceivableJson read(Row row) {
        Money amount = row.money("amount_minor", "currency");
        Money applied = row.money("applied_minor", "currency");
        return new ReceivableJson(
                row.uuid("invoice_id"),
                row.text("invoice_number"),
                row.text("legal_entity_id"),
                row.uuid("customer_id"),
                row.uuid("contract_id"),
                row.uuid("order_id"),
                row.date("issue_date"),
                row.date("due_date"),
                amount,
                applied,
                amount.minus(applied));
    }

    private static ReceivableJson.Total readTotal(Row row) {
        Money amount = row.money("amount_minor", "currency");
        Money applied = row.money("applied_minor", "currency");
        return new ReceivableJson.Total(
                row.text("legal_entity_id"),
                row.text("currency"),
                row.longValue("items"),
                amount,
                applied,
                amount.minus(applied));
    }
}
