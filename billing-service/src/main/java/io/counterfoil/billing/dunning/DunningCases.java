package io.counterfoil.billing.dunning;

import io.counterfoil.billing.dunning.DunningCase.State;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The cases and what was done in them. */
@Dependent
class DunningCases {

    private final Database database;

    @Inject
    DunningCases(Database database) {
        this.database = database;
    }

    /**
     * Makes cases of an entity's invoices that are overdue on the day, each by the narrowest policy that was valid when it
     * fell due: that of entity and segment, of the entity, of the segment, of all. Returns those that it made.
     */
    List<DunningCase> open(String legalEntityId, LocalDate day, int limit) {
        return database.query(
                        """
                insert into dunning_case (invoice_id, legal_entity_id, agreement_id, policy_id, policy_version, due_date,
                                          next_on, state)
                select i.invoice_id, i.legal_entity_id, i.agreement_id, p.policy_id, p.version, i.due_date,
                       i.due_date + p.first_day, 'OPEN'
                  from invoice i
                  left join billing_profile c on c.customer_id = i.customer_id
                  join lateral (
                       select d.policy_id, d.version, d.first_day from dunning_policy d
                        where coalesce(d.legal_entity_id, i.legal_entity_id) = i.legal_entity_id
                          and (d.segment is null or d.segment = c.segment)
                          and d.valid_from <= i.due_date and (d.valid_to is null or d.valid_to > i.due_date)
                        order by (d.legal_entity_id is null), (d.segment is null), d.version desc, d.policy_id limit 1) p on true
                 where i.legal_entity_id = ? and i.open_minor > 0 and i.due_date < ?
                   and not exists (select 1 from dunning_case k where k.invoice_id = i.invoice_id)
                 order by i.due_date limit ?
                on conflict (invoice_id) do nothing returning *
                """,
                        legalEntityId,
                        day,
                        limit)
                .list(DunningCases::read);
    }

    void swept(String legalEntityId, LocalDate day) {
        database.update(
                """
                insert into dunning_sweep (legal_entity_id, swept_on) values (?, ?)
                on conflict (legal_entity_id) do update set swept_on = excluded.swept_on
                """,
                legalEntityId,
                day);
    }

    /** The first day on which an invoice is overdue that was not looked for, by entities that have a policy. */
    Map<String, LocalDate> nextSweep() {
        return database
                .query(
                        """
                        select e.legal_entity_id,
                               (select min(i.due_date) + 1 from invoice i
                                 where i.legal_entity_id = e.legal_entity_id and i.open_minor > 0
                                   and i.due_date >= coalesce(s.swept_on, '-infinity')) as next_on
                          from legal_entity e left join dunning_sweep s using (legal_entity_id)
                         where exists (select 1 from dunning_policy d
                                        where coalesce(d.legal_entity_id, e.legal_entity_id) = e.legal_entity_id)
                        """)
                .list(row -> row.date("next_on") == null
                        ? null
                        : Map.entry(row.text("legal_entity_id"), row.date("next_on")))
                .stream()
                .filter(entry -> entry != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The first day on which a step is due, by entity. */
    Map<String, LocalDate> nextStep() {
        return database
                .query(
                        """
                        select legal_entity_id, min(next_on) as next_on from dunning_case
                         where state = 'OPEN' and next_on is not null group by legal_entity_id
                        """)
                .list(row -> Map.entry(row.text("legal_entity_id"), row.date("next_on")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Claims cases of an entity with a step that is due, the longest due first. */
    List<DunningCase> claim(String legalEntityId, LocalDate day, int limit) {
        return database.query(
                        """
                        select * from dunning_case where legal_entity_id = ? and state = 'OPEN' and next_on <= ?
                         order by next_on limit ? for update skip locked
                        """,
                        legalEntityId,
                        day,
                        limit)
                .list(DunningCases::read);
    }

    Optional<DunningCase> lock(UUID invoiceId) {
        return database.query("select * from dunning_case where invoice_id = ? for update", invoiceId)
                .one(DunningCases::read);
    }

    Optional<DunningCase> byInvoice(UUID invoiceId) {
        return database.query("select * from dunning_case where invoice_id = ?", invoiceId)
                .one(DunningCases::read);
    }

    /** A page in the order of their invoices' ids; what is null does not filter. */
    List<DunningCase> page(UUID agreementId, State state, UUID after, int limit) {
        return database.query(
                        """
                        select * from dunning_case
                         where (?::uuid is null or agreement_id = ?) and (?::text is null or state = ?)
                           and (?::uuid is null or invoice_id > ?)
                         order by invoice_id limit ?
                        """,
                        agreementId,
                        agreementId,
                        state,
                        state,
                        after,
                        after,
                        limit)
                .list(DunningCases::read);
    }

    /** Agreements whose subscriptions are suspended though nothing that suspended them is asked for any more. */
    List<UUID> reinstatable(int limit) {
        return database.query(
                        """
                        select k.agreement_id from dunning_case k join invoice i using (invoice_id)
                           left join invoice_dispute q on q.invoice_id = i.invoice_id and q.state = 'OPENED'
                         where k.suspended_on is not null
                         group by k.agreement_id
                        having sum(greatest(i.open_minor - coalesce(q.amount_minor, 0), 0)) = 0
                           and bool_and(i.state <> 'WRITTEN_OFF')
                         order by k.agreement_id limit ?
                        """,
                        limit)
                .list(row -> row.uuid("agreement_id"));
    }

    /** The cases for which the subscriptions of these agreements are suspended. */
    List<DunningCase> suspended(List<UUID> agreementIds) {
        return database.query(
                        "select * from dunning_case where suspended_on is not null and agreement_id = any(?) order by invoice_id",
                        agreementIds)
                .list(DunningCases::read);
    }

    /** Those of these invoices. */
    List<DunningCase> byInvoices(List<UUID> invoiceIds) {
        return database.query("select * from dunning_case where invoice_id = any(?) order by invoice_id", invoiceIds)
                .list(DunningCases::read);
    }

    /** What suspended the agreements is over; what is disputed is dunned on once that is decided. Returns how many cases that concerned. */
    int reinstated(List<UUID> agreementIds) {
        return database.update(
                """
                update dunning_case k
                   set suspended_on = null,
                       next_on = case when i.open_minor = 0 then null else k.next_on end,
                       state = case when i.open_minor = 0 then 'CLOSED' else k.state end,
                       paused_on = case when i.open_minor = 0 then null else k.paused_on end
                  from invoice i
                 where i.invoice_id = k.invoice_id and k.suspended_on is not null and k.agreement_id = any(?)
                """,
                agreementIds);
    }

    void write(List<DunningCase> cases) {
        database.batch(
                """
                update dunning_case set steps_done = ?, next_on = ?, paused_on = ?, paused_days = ?, suspended_on = ?, state = ?
                 where invoice_id = ?
                """,
                cases.stream()
                        .map(k -> new Object[] {
                            k.stepsDone(),
                            k.nextOn(),
                            k.pausedOn(),
                            k.pausedDays(),
                            k.suspendedOn(),
                            k.state(),
                            k.invoiceId()
                        })
                        .toList());
    }

    private static DunningCase read(Row row) {
        return new DunningCase(
                row.uuid("invoice_id"),
                row.text("legal_entity_id"),
                row.uuid("agreement_id"),
                row.text("policy_id"),
                row.intValue("policy_version"),
                row.date("due_date"),
                row.intValue("steps_done"),
                row.date("next_on"),
                row.date("paused_on"),
                row.intValue("paused_days"),
                row.date("suspended_on"),
                State.valueOf(row.text("state")));
    }
}
