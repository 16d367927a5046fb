package io.counterfoil.ledger.period;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.balance.TrialBalances;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Control accounts beside their sub-ledgers. Both sides are written in one transaction, so they are compared as they are
 * now, whatever is under way.
 */
@Dependent
class TieOuts {

    private static final Set<String> KEPT_IN_OPEN_ITEMS = Set.of("INVOICE", "PAYMENT", "PAYMENT_APPLICATION");

    private static final String DEFERRED =
            """
            select currency, sum(minor)::bigint as minor from (
                select s.currency, s.deferred_minor - coalesce(p.recognised_minor, 0) as minor
                from revenue_schedule s left join schedule_progress p on p.schedule_id = s.id where s.legal_entity_id = ?
              union all
                select s.currency, case c.kind when 'RESTORE' then c.unearned_minor else -c.unearned_minor end
                from schedule_change c join revenue_schedule s on s.id = c.schedule_id
                where s.legal_entity_id = ? and c.unearned_minor <> 0
            ) deferred group by 1
            """;

    private static final String RECEIVABLES =
            """
            select currency, sum(minor)::bigint as minor from (
                select currency, amount_minor as minor from open_item where legal_entity_id = ?
              union all
                select currency, -amount_minor from cash_application where legal_entity_id = ?
            ) open group by 1
            """;

    private final Database database;
    private final TrialBalances balances;

    @Inject
    TieOuts(Database database, TrialBalances balances) {
        this.database = database;
        this.balances = balances;
    }

    List<Checklist.TieOut> of(String legalEntityId) {
        Map<String, Money> deferred = new TreeMap<>();
        Map<String, Money> receivables = new TreeMap<>();
        for (TrialBalances.Moved moved : balances.controls(legalEntityId, null, null)) {
            String currency = moved.amount().currency();
            if (moved.controlKind().equals("DEFERRED_REVENUE")) {
                deferred.merge(currency, moved.amount(), Money::plus);
            } else if (moved.controlKind().equals("RECEIVABLES") && KEPT_IN_OPEN_ITEMS.contains(moved.purpose())) {
                receivables.merge(currency, moved.amount(), Money::plus);
            }
        }
        List<Checklist.TieOut> compared = new ArrayList<>();
        compare("DEFERRED_REVENUE", deferred, sums(DEFERRED, legalEntityId), compared);
        compare("RECEIVABLES", receivables, sums(RECEIVABLES, legalEntityId), compared);
        return compared;
    }

    private Map<String, Money> sums(String sql, String legalEntityId) {
        Map<String, Money> sums = new TreeMap<>();
        database.query(sql, legalEntityId, legalEntityId)
                .list(row -> sums.put(row.text("currency"), row.money("minor", "currency")));
        return sums;
    }

    private static void compare(
            String name, Map<String, Money> ledger, Map<String, Money> subLedger, List<Checklist.TieOut> compared) {
        Set<String> currencies = new TreeSet<>(ledger.keySet());
        currencies.addAll(subLedger.keySet());
        for (String currency : currencies) {
            Money none = Money.zero(currency);
            compared.add(new Checklist.TieOut(
                    name, currency, ledger.getOrDefault(currency, none), subLedger.getOrDefault(currency, none)));
        }
    }
}
