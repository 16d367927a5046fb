package io.counterfoil.ledger.subledger;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import io.counterfoil.ledger.account.ControlKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Compares each control account with the sum of its sub-ledger, in the currency of the documents. */
@Dependent
class Controls {

    private static final Set<String> KINDS = Set.of(
            "RECEIVABLES",
            "UNAPPLIED_CASH",
            "CASH_CLEARING",
            "TAX_PAYABLE",
            "CUSTOMER_CREDIT",
            "PREPAID",
            "REFUND_PAYABLE",
            "UNBILLED",
            "DEFERRED_REVENUE");

    /** Deferred revenue is what the schedules were billed with, less what was recognised and taken out, and what stands as an asset. */
    private static final String SUBLEDGER =
            """
            select control_kind, legal_entity_id, currency, minor, effective_date, recorded_at from subledger
          union all
            select 'DEFERRED_REVENUE', legal_entity_id, currency, deferred_minor, billed_on, recorded_at
            from revenue_schedule where deferred_minor <> 0
          union all
            select 'DEFERRED_REVENUE', s.legal_entity_id, s.currency, -r.amount_minor, r.effective_date, r.recorded_at
            from recognised_slice r join revenue_schedule s on s.id = r.schedule_id
          union all
            select 'DEFERRED_REVENUE', s.legal_entity_id, s.currency,
                   case c.kind when 'RESTORE' then c.unearned_minor else -c.unearned_minor end, c.effective_day, c.recorded_at
            from schedule_change c join revenue_schedule s on s.id = c.schedule_id where c.unearned_minor <> 0
          union all
            select 'DEFERRED_REVENUE', legal_entity_id, currency, minor, effective_date, recorded_at from contract_asset_reclass
            """;

    private static final String COMPARED =
            """
            with ledger as (
                select e.legal_entity_id, p.currency, a.control_kind,
                       sum(case p.side when a.normal_side then p.amount_minor else -p.amount_minor end) as minor
                from account a join posting p on p.account_id = a.id join journal_entry e on e.id = p.entry_id
                where a.control_kind = any(?) and (?::text is null or a.legal_entity_id = ?)
                  and (?::date is null or e.effective_date <= ?) and (?::timestamptz is null or e.recorded_at <= ?)
                group by 1, 2, 3
            ), kept as (
                select legal_entity_id, currency, control_kind, sum(minor) as minor from (
            """
                    + SUBLEDGER
                    + """
                ) whole
                where control_kind = any(?) and (?::text is null or legal_entity_id = ?)
                  and (?::date is null or effective_date <= ?) and (?::timestamptz is null or recorded_at <= ?)
                group by 1, 2, 3
            )
            select legal_entity_id, currency, control_kind, coalesce(l.minor, 0)::bigint as ledger_minor,
                   coalesce(k.minor, 0)::bigint as kept_minor
            from ledger l full join kept k using (legal_entity_id, currency, control_kind)
            order by 1, 2, 3
            """;

    private final Database database;

    @Inject
    Controls(Database database) {
        this.database = database;
    }

    ControlJson.Check check(String legalEntityId, LocalDate asOf, Instant knownAt) {
        List<ControlJson.Control> items = database.query(
                        COMPARED,
                        KINDS,
                        legalEntityId,
                        legalEntityId,
                        asOf,
                        asOf,
                        knownAt,
                        knownAt,
                        KINDS,
                        legalEntityId,
                        legalEntityId,
                        asOf,
                        asOf,
                        knownAt,
                        knownAt)
                .list(Controls::read);
        boolean agrees = items.stream().allMatch(each -> each.difference().isZero());
        return new ControlJson.Check(asOf, knownAt, agrees, items);
    }

    private static ControlJson.Control read(Row row) {
        Money ledger = row.money("ledger_minor", "currency");
        Money kept = row.money("kept_minor", "currency");
        return new ControlJson.Control(
                row.text("legal_entity_id"),
                row.text("currency"),
                ControlKind.valueOf(row.text("control_kind")),
                ledger,
                kept,
                ledger.minus(kept));
    }
}
