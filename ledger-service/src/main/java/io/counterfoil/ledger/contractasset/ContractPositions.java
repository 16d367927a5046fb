package io.counterfoil.ledger.contractasset;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What contracts whose price is allocated otherwise than billed have earned beyond what was billed of them. */
@Dependent
class ContractPositions {

    private static final String OFF =
            """
            with wanted as (select ?::date as day),
            watched as (
                select distinct s.legal_entity_id, s.contract_id, s.currency
                from schedule_change c join revenue_schedule s on s.id = c.schedule_id
                where c.kind = 'ALLOCATED' and s.contract_id is not null and s.legal_entity_id = any(?)
            ), line as (
                select s.legal_entity_id, s.contract_id, s.currency, s.ordinal, s.deferred_minor
                         - coalesce((select sum(r.amount_minor) from recognised_slice r where r.schedule_id = s.id and r.effective_date <= d.day), 0)
                         - coalesce((select sum(case c.kind when 'RESTORE' then -c.unearned_minor else c.unearned_minor end)
                                     from schedule_change c where c.schedule_id = s.id and c.effective_day <= d.day), 0) as deferred
                from wanted d cross join watched w
                join revenue_schedule s using (legal_entity_id, contract_id, currency) where s.billed_on <= d.day
            ), position as (
                select legal_entity_id, contract_id, currency, greatest(-sum(deferred), 0) as asset, max(ordinal) as newest
                from line group by 1, 2, 3
            ), kept as (
                select contract_id, currency, sum(minor) as minor, max(effective_date) as last from contract_asset_reclass group by 1, 2
            )
            select p.legal_entity_id, p.contract_id, p.currency, (p.asset - coalesce(k.minor, 0))::bigint as minor, s.id as schedule_id,
                   s.invoice_number, s.customer_id, s.order_id
            from position p join revenue_schedule s on s.ordinal = p.newest left join kept k on k.contract_id = p.contract_id and k.currency = p.currency
            cross join wanted d
            where p.asset <> coalesce(k.minor, 0) and (k.last is null or k.last <= d.day)
            order by p.contract_id, p.currency limit ?
            """;

    private final Database database;

    @Inject
    ContractPositions(Database database) {
        this.database = database;
    }

    /**
     * What is to be moved for a contract to the assets; negative back.
     *
     * @param scheduleId of the line that was billed last, at whose rate it is valued
     */
    record Off(
            String legalEntityId,
            UUID contractId,
            Money amount,
            UUID scheduleId,
            String invoiceNumber,
            UUID customerId,
            UUID orderId) {}

    List<Off> off(Collection<String> legalEntityIds, LocalDate day, int limit) {
        return database.query(OFF, day, legalEntityIds, limit)
                .list(row -> new Off(
                        row.text("legal_entity_id"),
                        row.uuid("contract_id"),
                        row.money("minor", "currency"),
                        row.uuid("schedule_id"),
                        row.text("invoice_number"),
                        row.uuid("customer_id"),
                        row.uuid("order_id")));
    }

    void keep(List<Object[]> rows) {
        database.batch(
                """
                insert into contract_asset_reclass (id, contract_id, legal_entity_id, customer_id, currency, minor, effective_date, run_id,
                    entry_id, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }
}
