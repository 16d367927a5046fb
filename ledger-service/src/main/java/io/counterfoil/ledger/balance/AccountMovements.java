package io.counterfoil.ledger.balance;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.AccountType;
import io.counterfoil.ledger.account.Side;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The journal by account and month, from the same rolled-up balances as the trial balance. */
@Dependent
class AccountMovements {

    /** What is before the first month comes as that month's opening, under an empty name. */
    private static final String MOVED =
            """
            with wanted as materialized (
                select ?::text as entity, ?::date as first_day, ?::date as last_day, ?::timestamptz as known, date_trunc('hour', ?::timestamptz) as known_hour,
                       ?::boolean as functional, mark from balance_mark
            ), moved as (
                select r.account_id, r.currency, r.posting_date, r.debit_minor, r.credit_minor, r.functional_debit, r.functional_credit
                from balance_roll r, wanted w
                where r.legal_entity_id = w.entity and r.posting_date <= w.last_day and (w.known is null or r.recorded_hour < w.known_hour)
              union all
                select p.account_id, p.currency, e.posting_date,
                       case p.side when 'DEBIT' then p.amount_minor else 0 end, case p.side when 'CREDIT' then p.amount_minor else 0 end,
                       case p.side when 'DEBIT' then p.functional_minor else 0 end, case p.side when 'CREDIT' then p.functional_minor else 0 end
                from wanted w join journal_entry e on e.legal_entity_id = w.entity and e.posting_date <= w.last_day
                join posting p on p.entry_id = e.id
                where (e.written_in < w.mark and e.recorded_at >= w.known_hour and e.recorded_at <= w.known)
                   or (e.written_in >= w.mark and (w.known is null or e.recorded_at <= w.known))
            )
            select a.code, a.name, a.type, a.normal_side, case when w.functional then l.functional_currency else m.currency end as currency,
                   case when m.posting_date < w.first_day then '' else to_char(m.posting_date, 'YYYY-MM') end as month,
                   sum(case when w.functional then m.functional_debit else m.debit_minor end)::bigint as debit_minor,
                   sum(case when w.functional then m.functional_credit else m.credit_minor end)::bigint as credit_minor
            from moved m join account a on a.id = m.account_id join legal_entity l on l.id = a.legal_entity_id, wanted w
            group by 1, 2, 3, 4, 5, 6 order by 1, 5, 6
            """;

    private final Database database;

    @Inject
    AccountMovements(Database database) {
        this.database = database;
    }

    AccountMovementsJson of(
            String legalEntityId, YearMonth from, YearMonth to, Instant knownAt, AccountMovementsJson.Amounts amounts) {
        Map<Key, Map<String, Sum>> moved = new LinkedHashMap<>();
        database.query(
                        MOVED,
                        legalEntityId,
                        from.atDay(1),
                        to.atEndOfMonth(),
                        knownAt,
                        knownAt,
                        amounts == AccountMovementsJson.Amounts.FUNCTIONAL)
                .list(row -> moved.computeIfAbsent(Key.of(row), key -> new TreeMap<>())
                        .put(
                                row.text("month"),
                                new Sum(row.money("debit_minor", "currency"), row.money("credit_minor", "currency"))));
        return new AccountMovementsJson(
                legalEntityId,
                from.toString(),
                to.toString(),
                knownAt,
                amounts,
                moved.entrySet().stream()
                        .map(account -> account(account.getKey(), account.getValue(), from, to))
                        .toList());
    }

    private static AccountMovementsJson.Account account(Key key, Map<String, Sum> moved, YearMonth from, YearMonth to) {
        Money none = Money.zero(key.currency());
        Sum nothing = new Sum(none, none);
        Money opening = key.movement(moved.getOrDefault("", nothing));
        Money closing = opening;
        List<AccountMovementsJson.Month> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            Sum sum = moved.getOrDefault(month.toString(), nothing);
            closing = closing.plus(key.movement(sum));
            months.add(new AccountMovementsJson.Month(
                    month.toString(), sum.debit(), sum.credit(), key.movement(sum), closing));
        }
        return new AccountMovementsJson.Account(
                key.account(), key.name(), key.type(), key.normalSide(), key.currency(), opening, months, closing);
    }

    private record Sum(Money debit, Money credit) {}

    private record Key(String account, String name, AccountType type, Side normalSide, String currency) {

        static Key of(Row row) {
            return new Key(
                    row.text("code"),
                    row.text("name"),
                    AccountType.valueOf(row.text("type")),
                    Side.valueOf(row.text("normal_side")),
                    row.text("currency"));
        }

        Money movement(Sum sum) {
            return normalSide == Side.DEBIT
                    ? sum.debit().minus(sum.credit())
                    : sum.credit().minus(sum.debit());
        }
    }
}
