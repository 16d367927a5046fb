package io.counterfoil.order.renewal;

import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.order.Numbers;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** All renewals, and how contracts are to go on. */
@Dependent
class Renewals {

    @PersistenceContext
    EntityManager entities;

    @Inject
    Database database;

    @Inject
    Numbers numbers;

    @Inject
    Journeys journeys;

    Renewal get(UUID renewalId) {
        return Optional.ofNullable(entities.find(Renewal.class, renewalId))
                .orElseThrow(() -> new NotFound("renewal", renewalId));
    }

    /** The renewal, kept from others until the transaction ends. */
    Renewal forChange(UUID renewalId) {
        Renewal renewal = entities.find(Renewal.class, renewalId, LockModeType.PESSIMISTIC_WRITE);
        if (renewal == null) {
            throw new NotFound("renewal", renewalId);
        }
        return renewal;
    }

    void add(Renewal renewal) {
        entities.persist(renewal);
        entities.flush();
    }

    String nextNumber() {
        return numbers.next("renewal_number", "N");
    }

    /** The renewal that a record of the CRM offers. */
    Optional<UUID> offeredBy(String system, String recordId) {
        return database.query(
                        "select renewal_id from renewal where crm_system = ? and crm_record = ?", system, recordId)
                .one(row -> row.uuid("renewal_id"));
    }

    /** Which of these deals offer a renewal. */
    Set<String> offeredBy(String system, Collection<String> recordIds) {
        return new TreeSet<>(database.query(
                        "select crm_record from renewal where crm_system = ? and crm_record = any(?)",
                        system,
                        recordIds)
                .list(row -> row.text("crm_record")));
    }

    Optional<RenewalTerms> terms(UUID contractId) {
        return database.query("select * from renewal_terms where contract_id = ? for update", contractId)
                .one(Renewals::read);
    }

    void write(RenewalTerms terms) {
        database.update(
                """
                insert into renewal_terms (contract_id, mode, term_months, uplift_percent, notice_days, term_end, version)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (contract_id) do update set mode = excluded.mode, term_months = excluded.term_months,
                  uplift_percent = excluded.uplift_percent, notice_days = excluded.notice_days, term_end = excluded.term_end,
                  version = excluded.version
                """,
                terms.contractId(),
                terms.mode(),
                terms.termMonths(),
                terms.upliftPercent(),
                terms.noticeDays(),
                terms.termEnd(),
                terms.version());
    }

    /** The next day on which a contract must begin to renew, or an offer lapses. */
    Optional<LocalDate> nextDay() {
        return database.query(
                        """
                        select min(day) as day from (
                          select t.term_end - t.notice_days as day from renewal_terms t
                          where t.mode <> 'NONE' and not exists (
                            select 1 from renewal r where r.contract_id = t.contract_id and r.period_start = t.term_end)
                          union all select period_start from renewal where state = 'OFFERED') due
                        """)
                .one(row -> Optional.ofNullable(row.date("day")))
                .flatMap(day -> day);
    }

    /** A contract whose time to renew has come. */
    Optional<RenewalTerms> due(LocalDate today) {
        return database.query(
                        """
                        select * from renewal_terms t
                        where t.mode <> 'NONE' and t.term_end - t.notice_days <= ? and not exists (
                          select 1 from renewal r where r.contract_id = t.contract_id and r.period_start = t.term_end)
                        order by t.term_end limit 1 for update skip locked
                        """,
                        today)
                .one(Renewals::read);
    }

    /** An offer that nobody accepted in time. */
    Optional<UUID> outlived(LocalDate today) {
        return database.query(
                        """
                        select renewal_id from renewal where state = 'OFFERED' and period_start <= ?
                        order by period_start limit 1 for update skip locked
                        """,
                        today)
                .one(row -> row.uuid("renewal_id"));
    }

    /** As callers see it after a change: with the version that was written. */
    RenewalJson.View changed(Renewal renewal) {
        entities.flush();
        return show(renewal);
    }

    /** As callers see it. */
    RenewalJson.View show(Renewal renewal) {
        return new RenewalJson.View(
                renewal.renewalId(),
                renewal.renewalNumber(),
                renewal.contractId(),
                renewal.orderId(),
                renewal.customerId(),
                renewal.mode(),
                renewal.state(),
                renewal.periodStart(),
                renewal.periodEnd(),
                renewal.termMonths(),
                renewal.upliftPercent(),
                renewal.crmSystem(),
                renewal.crmRecord(),
                renewal.correlationId(),
                journeys.stays(ProcessKind.RENEWAL, renewal.renewalId()),
                renewal.version());
    }

    List<Renewal> after(UUID renewalId, UUID contractId, int limit) {
        List<UUID> ids = database.query(
                        """
                        select renewal_id from renewal
                        where (cast(? as uuid) is null or renewal_id > ?) and (cast(? as uuid) is null or contract_id = ?)
                        order by renewal_id limit ?
                        """,
                        renewalId,
                        renewalId,
                        contractId,
                        contractId,
                        limit)
                .list(row -> row.uuid("renewal_id"));
        return ids.stream().map(id -> entities.find(Renewal.class, id)).toList();
    }

    private static RenewalTerms read(Row row) {
        return new RenewalTerms(
                row.uuid("contract_id"),
                RenewalMode.valueOf(row.text("mode")),
                row.intValue("term_months"),
                row.text("uplift_percent"),
                row.intValue("notice_days"),
                row.date("term_end"),
                row.intValue("version"));
    }
}
