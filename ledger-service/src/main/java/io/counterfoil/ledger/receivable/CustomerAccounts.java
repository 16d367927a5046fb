package io.counterfoil.ledger.receivable;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The account of one customer: what happened on it, and what he owes. */
@Dependent
class CustomerAccounts {

    private final Database database;

    @Inject
    CustomerAccounts(Database database) {
        this.database = database;
    }

    /** From the first day to the last, both inclusive; what was before is the opening balance. */
    ReceivableJson.Statement statement(
            UUID customerId, String legalEntityId, LocalDate from, LocalDate to, Instant knownAt) {
        Map<List<String>, List<Happened>> accounts = new LinkedHashMap<>();
        database.query(
                        """
                        select s.legal_entity_id, s.currency, s.effective_date, s.what, s.item_id, i.invoice_number, s.minor
                        from subledger s left join open_item i on i.invoice_id = s.item_id
                        where s.control_kind = 'RECEIVABLES' and s.customer_id = ? and (?::text is null or s.legal_entity_id = ?)
                          and (?::date is null or s.effective_date <= ?) and (?::timestamptz is null or s.recorded_at <= ?)
                        order by s.legal_entity_id, s.currency, s.effective_date, s.source_position, s.item_id
                        """,
                        customerId,
                        legalEntityId,
                        legalEntityId,
                        to,
                        to,
                        knownAt,
                        knownAt)
                .list(row -> accounts.computeIfAbsent(
                                List.of(row.text("legal_entity_id"), row.text("currency")), key -> new ArrayList<>())
                        .add(read(row)));
        return new ReceivableJson.Statement(
                customerId,
                from,
                to,
                accounts.entrySet().stream()
                        .map(each -> account(each.getKey(), each.getValue(), from))
                        .toList());
    }

    private record Happened(LocalDate date, String what, UUID itemId, String number, Money amount) {}

    private static Happened read(Row row) {
        return new Happened(
                row.date("effective_date"),
                row.text("what"),
                row.uuid("item_id"),
                row.text("invoice_number"),
                row.money("minor", "currency"));
    }

    private static ReceivableJson.StatementOfCurrency account(List<String> key, List<Happened> all, LocalDate from) {
        Money opening = Money.zero(key.get(1));
        Money balance = opening;
        List<ReceivableJson.StatementLine> lines = new ArrayList<>();
        for (Happened each : all) {
            balance = balance.plus(each.amount());
            if (from != null && each.date().isBefore(from)) {
                opening = balance;
            } else {
                lines.add(new ReceivableJson.StatementLine(
                        each.date(), each.what(), each.itemId(), each.number(), each.amount(), balance));
            }
        }
        return new ReceivableJson.StatementOfCurrency(key.get(0), key.get(1), opening, lines, balance);
    }

    /** What he owes, what he will owe for what was delivered, and what we owe him. */
    ReceivableJson.Exposure exposure(UUID customerId, LocalDate effectiveOn, Instant knownAt) {
        return new ReceivableJson.Exposure(
                customerId,
                database.query(
                                """
                                select legal_entity_id, currency,
                                       coalesce(sum(minor) filter (where control_kind = 'RECEIVABLES'), 0)::bigint as open_minor,
                                       coalesce(sum(minor) filter (where control_kind = 'UNBILLED'), 0)::bigint as unbilled_minor,
                                       coalesce(sum(minor) filter (where control_kind = 'UNAPPLIED_CASH'), 0)::bigint as unapplied_minor,
                                       coalesce(sum(minor) filter (where control_kind = 'CUSTOMER_CREDIT'), 0)::bigint as credit_minor
                                from subledger where customer_id = ? and (?::date is null or effective_date <= ?)
                                  and (?::timestamptz is null or recorded_at <= ?)
                                group by 1, 2 order by 1, 2
                                """,
                                customerId,
                                effectiveOn,
                                effectiveOn,
                                knownAt,
                                knownAt)
                        .list(CustomerAccounts::readExposure));
    }

    private static ReceivableJson.ExposureOfCurrency readExposure(Row row) {
        Money open = row.money("open_minor", "currency");
        Money unbilled = row.money("unbilled_minor", "currency");
        return new ReceivableJson.ExposureOfCurrency(
                row.text("legal_entity_id"),
                row.text("currency"),
                open,
                unbilled,
                open.plus(unbilled),
                row.money("unapplied_minor", "currency"),
                row.money("credit_minor", "currency"));
    }
}
