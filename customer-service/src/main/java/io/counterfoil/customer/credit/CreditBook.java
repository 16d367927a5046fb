package io.counterfoil.customer.credit;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Limits, and what is owed, not yet billed, and ordered. */
@Dependent
class CreditBook {

    /** What is open of some members. */
    private static final String OPEN =
            """
            select open.kind, open.currency, sum(open.net)::bigint as net, open.tax, open.base
            from (%s) as member, lateral (
              select 'RECEIVABLE' as kind, r.currency, sum(r.open_minor) as net, 0::bigint as tax, 1::bigint as base
              from credit_receivable r where r.customer_id = member.id and r.open_minor > 0 group by r.currency
              union all
              select case when c.activated then 'UNBILLED' else 'ACCEPTED' end, c.currency,
                     sum(c.value_minor + c.amended_minor - c.invoiced_minor),
                     taxed.tax, taxed.base
              from credit_commitment c left join credit_tax t on t.customer_id = c.customer_id,
                lateral (select case when c.invoiced_minor > 0 then c.taxed_minor else coalesce(t.tax_minor, 0) end as tax,
                                case when c.invoiced_minor > 0 then c.invoiced_minor else coalesce(t.net_minor, 1) end as base)
                  as taxed
              where c.customer_id = member.id and not c.ended and c.value_minor > 0
                and c.value_minor + c.amended_minor > c.invoiced_minor
              group by c.activated, c.currency, taxed.tax, taxed.base
              union all
              select 'CASH', k.currency, sum(k.unapplied_minor), 0, 1
              from credit_cash k where k.customer_id = member.id and k.unapplied_minor > 0 group by k.currency
            ) as open
            group by open.kind, open.currency, open.tax, open.base
            """;

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

    /** What one owes and has ordered, less the cash that no invoice has used, by currency. */
    Map<String, Exposure> exposure(UUID customerId) {
        return exposures("select ?::uuid as id", customerId);
    }

    /** The same of a customer and all below it on a day together. */
    Map<String, Exposure> exposureBelow(UUID customerId, LocalDate day) {
        return exposures("select id from family_below(?, ?) as below(id)", customerId, day);
    }

    /** One look for each member by its index, whatever their number: such a plan can be kept. */
    private Map<String, Exposure> exposures(String members, Object... parameters) {
        Map<String, Exposure> exposures = new HashMap<>();
        database.query(OPEN.formatted(members), parameters)
                .list(row -> exposures.merge(row.text("currency"), exposure(row), Exposure::plus));
        return exposures;
    }

    /** What is not invoiced yet will be taxed as it was before: by its order, else by its customer's last invoice. */
    private static Exposure exposure(Row row) {
        Money net = row.money("net", "currency");
        Money nothing = Money.zero(net.currency());
        Money gross = row.longValue("tax") == 0
                ? net
                : net.plus(Rounding.toMinorUnits(
                        net.toDecimal()
                                .multiply(BigDecimal.valueOf(row.longValue("tax")))
                                .divide(BigDecimal.valueOf(row.longValue("base")), MathContext.DECIMAL128),
                        net.currency()));
        return switch (row.text("kind")) {
            case "RECEIVABLE" -> new Exposure(net, nothing, nothing, nothing);
            case "UNBILLED" -> new Exposure(nothing, gross, nothing, nothing);
            case "ACCEPTED" -> new Exposure(nothing, nothing, gross, nothing);
            default -> new Exposure(nothing, nothing, nothing, net);
        };
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
