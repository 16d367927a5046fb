package io.counterfoil.customer.credit;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Limits, and what is owed, not yet billed, and ordered. */
@Dependent
class CreditBook {

    private final Database database;

    @Inject
    CreditBook(Database database) {
        this.database = database;
    }

    CreditTerms terms(UUID customerId) {
        return termsOf(java.util.List.of(customerId)).getOrDefault(customerId, CreditTerms.none(customerId));
    }

    Map<UUID, CreditTerms> termsOf(Collection<UUID> customerIds) {
        Map<UUID, CreditTerms> terms = new HashMap<>();
        database.query("select * from credit_terms where customer_id = any(?)", customerIds)
                .list(row -> terms.put(row.uuid("customer_id"), read(row)));
        return terms;
    }

    /** False when somebody else was faster. */
    boolean save(CreditTerms wanted) {
        return database.update(
                        """
                        insert into credit_terms (customer_id, limit_minor, currency, policy, by_dunning, version, reason, set_by, set_at)
                        values (?, ?, ?, ?, ?, 1, ?, ?, ?)
                        on conflict (customer_id) do update set limit_minor = excluded.limit_minor, currency = excluded.currency,
                          policy = excluded.policy, by_dunning = excluded.by_dunning, version = credit_terms.version + 1,
                          reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at
                        where credit_terms.version = ?
                        """,
                        wanted.customerId(),
                        wanted.limit() == null ? null : wanted.limit().minor(),
                        wanted.limit() == null ? null : wanted.limit().currency(),
                        wanted.policy(),
                        wanted.suspendedByDunning(),
                        wanted.reason(),
                        wanted.setBy(),
                        wanted.setAt(),
                        wanted.version())
                == 1;
    }

    /** What all of them together owe and have ordered, by currency. */
    Map<String, Exposure> exposure(Collection<UUID> customerIds) {
        Map<String, Exposure> exposures = new HashMap<>();
        database.query(
                        """
                        select currency, sum(receivable)::bigint as receivable, sum(unbilled)::bigint as unbilled,
                               sum(accepted)::bigint as accepted
                        from (select currency, open_minor as receivable, 0::bigint as unbilled, 0::bigint as accepted
                              from credit_receivable where customer_id = any(?) and open_minor > 0
                              union all
                              select currency, 0, case when activated then value_minor - invoiced_minor else 0 end,
                                     case when activated then 0 else value_minor - invoiced_minor end
                              from credit_commitment where customer_id = any(?) and not ended and value_minor > invoiced_minor) as all_items
                        group by currency
                        """,
                        customerIds,
                        customerIds)
                .list(row -> exposures.put(row.text("currency"), exposure(row)));
        return exposures;
    }

    private static Exposure exposure(Row row) {
        return new Exposure(
                row.money("receivable", "currency"),
                row.money("unbilled", "currency"),
                row.money("accepted", "currency"));
    }

    private static CreditTerms read(Row row) {
        return new CreditTerms(
                row.uuid("customer_id"),
                row.text("currency") == null ? null : Money.ofMinor(row.longValue("limit_minor"), row.text("currency")),
                CreditPolicy.valueOf(row.text("policy")),
                row.bool("by_dunning"),
                row.longValue("version"),
                row.text("reason"),
                row.text("set_by"),
                row.instant("set_at"));
    }
}
