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
class TrialBalances {

    private static final String SUMS =
            """
            select e.legal_entity_id, p.currency, a.code, a.name, a.type, a.normal_side,
                   coalesce(sum(p.amount_minor) filter (where p.side = 'DEBIT'), 0)::bigint as debit_minor,
                   coalesce(sum(p.amount_minor) filter (where p.side = 'CREDIT'), 0)::bigint as credit_minor
            from posting p join journal_entry e on e.id = p.entry_id join account a on a.id = p.account_id
            where (?::text is null or e.legal_entity_id = ?) and (?::date is null or e.posting_date <= ?)
              and (?::timestamptz is null or e.recorded_at <= ?)
            group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3
            """;

    private final Database database;

    @Inject
    TrialBalances(Database database) {
        this.database = database;
    }

    /**
     * One per legal entity and currency.
     *
     * @param asOf last posting date that counts; null for all
     * @param knownAt what was recorded later does not count; null for all
     */
    List<TrialBalanceJson> of(String legalEntityId, LocalDate asOf, Instant knownAt) {
        Map<List<String>, List<TrialBalanceJson.Line>> lines = new LinkedHashMap<>();
        database.query(SUMS, legalEntityId, legalEntityId, asOf, asOf, knownAt, knownAt)
                .list(row -> lines.computeIfAbsent(
                                List.of(row.text("legal_entity_id"), row.text("currency")), key -> new ArrayList<>())
                        .add(line(row)));
        return lines.entrySet().stream()
                .map(found -> TrialBalanceJson.of(
                        found.getKey().get(0), found.getKey().get(1), found.getValue()))
                .toList();
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
