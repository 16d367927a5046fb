package io.counterfoil.ledger.balance;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.AccountType;
import io.counterfoil.ledger.account.Side;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The journal added up by account: as of any date, as known at any time. */
@Dependent
public class TrialBalances {

    /** What is known now: months before the last, that month's days, and what is not rolled up yet; read in one snapshot. */
    private static final String NOW =
            """
            with wanted as materialized (
                select ?::text as entity, ?::date as as_of, ?::timestamptz as known, date_trunc('month', ?::timestamp)::date as month
            ), moved as (
                select r.account_id, r.currency, r.purpose, r.month as posting_date, r.debit_minor, r.credit_minor
                from balance_month r, wanted w
                where (w.entity is null or r.legal_entity_id = w.entity) and (w.as_of is null or r.month < w.month)
              union all
                select r.account_id, r.currency, r.purpose, r.posting_date, r.debit_minor, r.credit_minor
                from balance_roll r, wanted w
                where (w.entity is null or r.legal_entity_id = w.entity) and r.posting_date between w.month and w.as_of
              union all
                select u.* from wanted w, unrolled_postings(w.entity, w.as_of, w.known) u
            )
            """;

    /** What was known at a moment: rolled up hours, the part of its hour, and what is not rolled up yet; read in one snapshot. */
    private static final String THEN =
            """
            with wanted as materialized (
                select ?::text as entity, ?::date as as_of, ?::timestamptz as known, date_trunc('hour', ?::timestamptz) as known_hour
            ), moved as (
                select r.account_id, r.currency, r.purpose, r.posting_date, r.debit_minor, r.credit_minor
                from balance_roll r, wanted w
                where (w.entity is null or r.legal_entity_id = w.entity) and (w.as_of is null or r.posting_date <= w.as_of)
                  and r.recorded_hour < w.known_hour
              union all
                select h.* from wanted w, postings_recorded(w.entity, w.as_of, w.known_hour, w.known) h
              union all
                select u.* from wanted w, unrolled_postings(w.entity, w.as_of, w.known) u
            )
            """;

    private static final String SUMS =
            """
            select a.legal_entity_id, m.currency, a.code, a.name, a.type, a.normal_side,
                   sum(m.debit_minor)::bigint as debit_minor, sum(m.credit_minor)::bigint as credit_minor
            from (select account_id, currency, sum(debit_minor) as debit_minor, sum(credit_minor) as credit_minor from moved group by 1, 2) m
            join account a on a.id = m.account_id
            group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3
            """;

    private static final String CONTROLS =
            """
            select a.control_kind, m.currency, m.purpose, to_char(m.posting_date, 'YYYY-MM') as month,
                   sum(case a.normal_side when 'DEBIT' then m.debit_minor - m.credit_minor else m.credit_minor - m.debit_minor end)::bigint as minor
            from moved m join account a on a.id = m.account_id
            where a.control_kind is not null group by 1, 2, 3, 4 order by 1, 2, 4, 3
            """;

    private final Database database;

    @Inject
    public TrialBalances(Database database) {
        this.database = database;
    }

    /**
     * One per legal entity and currency.
     *
     * @param asOf last posting date that counts; null for all
     * @param knownAt what was recorded later does not count; null for all
     */
    public List<TrialBalanceJson> of(String legalEntityId, LocalDate asOf, Instant knownAt) {
        Map<List<String>, List<TrialBalanceJson.Line>> lines = new LinkedHashMap<>();
        moved(SUMS, legalEntityId, asOf, knownAt).list(row -> lines.computeIfAbsent(
                        List.of(row.text("legal_entity_id"), row.text("currency")), key -> new ArrayList<>())
                .add(line(row)));
        return lines.entrySet().stream()
                .map(found -> TrialBalanceJson.of(
                        found.getKey().get(0), found.getKey().get(1), found.getValue()))
                .toList();
    }

    /** What moved on control accounts, by purpose and month, on their normal side. */
    public record Moved(String controlKind, String purpose, String month, Money amount) {}

    /** The movements of all control accounts of a legal entity. */
    public List<Moved> controls(String legalEntityId, LocalDate asOf, Instant knownAt) {
        return moved(CONTROLS, legalEntityId, asOf, knownAt)
                .list(row -> new Moved(
                        row.text("control_kind"),
                        row.text("purpose"),
                        row.text("month"),
                        row.money("minor", "currency")));
    }

    private Database.Query moved(String question, String legalEntityId, LocalDate asOf, Instant knownAt) {
        return knownAt == null
                ? database.query(NOW + question, legalEntityId, asOf, null, asOf)
                : database.query(THEN + question, legalEntityId, asOf, knownAt, knownAt);
    }

    private static TrialBalanceJson.Line line(Row row) {
        Side normal = Side.valueOf(row.text("normal_side"));
        Money debit = row.money("debit_minor", "currency");
        Money credit = row.money("credit_minor", "currency");
        return new TrialBalanceJson.Line(
                row.text("code"),
                row.text("name"),
                AccountType.valueOf(row.text("type")),
                normal,
                debit,
                credit,
                normal == Side.DEBIT ? debit.minus(credit) : credit.minus(debit));
    }
}
