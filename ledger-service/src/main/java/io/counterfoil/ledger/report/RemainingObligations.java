package io.counterfoil.ledger.report;

import io.counterfoil.common.db.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The remaining performance obligations (ASC 606-10-50-13): what is promised and not yet recognised. */
@Dependent
class RemainingObligations {

    private static final String REMAINING =
            """
            with wanted as (select ?::text as entity, ?::date as day, ?::timestamptz as known, ?::uuid as contract),
            over as (
                select a.obligation_id from obligation_act a, wanted w
                where a.kind = 'TERMINATE' and a.effective_date <= w.day and (w.known is null or a.recorded_at <= w.known)
                  and not exists (select from obligation_act b where b.obligation_id = a.obligation_id and b.kind = 'CONTINUE'
                                  and b.told_at > a.told_at and b.effective_date < a.effective_date and (w.known is null or b.recorded_at <= w.known))
            ), promised as (
                select o.obligation_id, o.product_id, o.currency,
                       case when o.obligation_id not in (select obligation_id from over) then o.allocated_minor end as minor
                from performance_obligation o join revenue_contract c on c.contract_id = o.contract_id and c.version = o.contract_version, wanted w
                where c.legal_entity_id = w.entity and (w.known is null or o.recorded_at <= w.known) and coalesce(o.start_date, c.start_date) <= w.day
                  and (w.contract is null or o.contract_id = w.contract)
            ), line as (
                select s.id, coalesce(s.performance_obligation_id, s.id::text) as obligation_id, s.product_id, s.currency, s.net_minor,
                       s.net_minor - s.deferred_minor as at_once_minor
                from revenue_schedule s, wanted w
                where s.legal_entity_id = w.entity and s.billed_on <= w.day and (w.known is null or s.recorded_at <= w.known)
                  and (w.contract is null or s.contract_id = w.contract)
            ), recognised as (
                select r.schedule_id, sum(r.amount_minor) as minor from recognised_slice r, wanted w
                where r.effective_date <= w.day and (w.known is null or r.recorded_at <= w.known)
                  and r.schedule_id in (select id from line) group by 1
            ), reversed as (
                select c.schedule_id, sum(case c.kind when 'RESTORE' then -1 else 1 end * c.unearned_minor) as minor
                from schedule_change c, wanted w
                where c.effective_day <= w.day and (w.known is null or c.recorded_at <= w.known)
                  and c.schedule_id in (select id from line) group by 1
            ), billed as (
                select l.obligation_id, l.product_id, l.currency, sum(l.net_minor) as net, sum(l.at_once_minor + coalesce(r.minor, 0)) as earned,
                       sum(coalesce(v.minor, 0)) as reversed
                from line l left join recognised r on r.schedule_id = l.id left join reversed v on v.schedule_id = l.id group by 1, 2, 3
            ), obligation as (
                select coalesce(p.product_id, b.product_id) as product_id, coalesce(p.currency, b.currency) as currency,
                       greatest(coalesce(p.minor, 0), case when p.minor is null then b.net else 0 end) - coalesce(b.reversed, 0) as promised,
                       coalesce(b.earned, 0) as earned, coalesce(b.net, 0) - coalesce(b.reversed, 0) as billed
                from promised p full join billed b on b.obligation_id = p.obligation_id
            )
            select product_id, currency, count(*) filter (where promised <> earned) as obligations, sum(promised)::bigint as promised_minor,
                   sum(earned)::bigint as recognised_minor, sum(promised - earned)::bigint as remaining_minor,
                   sum(greatest(promised - greatest(billed, earned), 0))::bigint as unbilled_minor
            from obligation group by 1, 2 order by 1, 2
            """;

    private final Database database;

    @Inject
    RemainingObligations(Database database) {
        this.database = database;
    }

    ReportJson.Remaining of(String legalEntityId, UUID contractId, LocalDate effectiveOn, Instant knownAt) {
        return new ReportJson.Remaining(
                legalEntityId,
                effectiveOn,
                knownAt,
                database.query(REMAINING, legalEntityId, effectiveOn, knownAt, contractId)
                        .list(row -> new ReportJson.RemainingRow(
                                row.text("product_id"),
                                row.text("currency"),
                                row.longValue("obligations"),
                                row.money("promised_minor", "currency"),
                                row.money("recognised_minor", "currency"),
                                row.money("remaining_minor", "currency"),
                                row.money("unbilled_minor", "currency"))));
    }
}
