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

    private static final String KEPT =
            """
            select 'DEFERRED_REVENUE' as control_kind, currency, sum(minor)::bigint as minor from (
                select s.currency, s.deferred_minor - coalesce(p.recognised_minor, 0) as minor
                from revenue_schedule s left join schedule_progress p on p.schedule_id = s.id where s.legal_entity_id = ?
              union all
                select s.currency, case c.kind when 'RESTORE' then c.unearned_minor else -c.unearned_minor end
                from schedule_change c join revenue_schedule s on s.id = c.schedule_id
                where s.legal_entity_id = ? and c.unearned_minor <> 0
              union all
                select currency, minor from contract_asset_reclass where legal_entity_id = ?
            ) deferred group by 2
          union all
            select control_kind, currency, sum(minor)::bigint from subledger where legal_entity_id = ? group by 1, 2
            """;

    private final Database database;
    private final TrialBalances balances;

    @Inject
    TieOuts(Database database, TrialBalances balances) {
        this.database = database;
        this.balances = balances;
    }

    List<Checklist.TieOut> of(String legalEntityId) {
        Map<Control, Money> ledger = new TreeMap<>();
        balances.controls(legalEntityId, null, null)
                .forEach(moved -> ledger.merge(
                        new Control(moved.controlKind(), moved.amount().currency()), moved.amount(), Money::plus));
        Map<Control, Money> kept = new TreeMap<>();
        database.query(KEPT, legalEntityId, legalEntityId, legalEntityId, legalEntityId)
                .list(row -> kept.put(
                        new Control(row.text("control_kind"), row.text("currency")), row.money("minor", "currency")));
        Set<Control> all = new TreeSet<>(ledger.keySet());
        all.addAll(kept.keySet());
        List<Checklist.TieOut> compared = new ArrayList<>();
        for (Control control : all) {
            Money none = Money.zero(control.currency());
            compared.add(new Checklist.TieOut(
                    control.kind(),
                    control.currency(),
                    ledger.getOrDefault(control, none),
                    kept.getOrDefault(control, none)));
        }
        return compared;
    }

    private record Control(String kind, String currency) implements Comparable<Control> {
        @Override
        public int compareTo(Control other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? currency.compareTo(other.currency) : byKind;
        }
    }
}
