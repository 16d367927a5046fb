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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** All renewals, and how contracts are to go on. */
@Dependent
class Renewals {

    /** What can say where the customer's days begin: the order, else the legal entity. */
    private static final String PLACE =
            "join sales_order o on o.order_id = c.order_id left join legal_entity e on e.legal_entity_id ="
                    + " c.legal_entity_id";

    private static final String ZONE = "coalesce(o.time_zone, e.time_zone, 'UTC')";

    /** Terms of a contract that is not over, whose renewal has not begun. */
    private static final String OPEN =
            """
            t.mode <> 'NONE' and o.state <> 'CANCELLED' and not exists (
              select 1 from renewal r where r.contract_id = t.contract_id and r.period_start = t.term_end)\
            """;

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

    /** The next moment at which a contract must begin to renew, or an offer lapses. */
    Optional<Instant> next() {
        return database.query(
                        """
                        select min(next) as next from (
                          select (t.term_end - greatest(t.notice_days, 1))::timestamp at time zone %s as next
                          from renewal_terms t join contract c using (contract_id) %s where %s
                          union all select r.period_start::timestamp at time zone %s
                          from renewal r join contract c using (contract_id) %s where r.state = 'OFFERED') due
                        """
                                .formatted(ZONE, PLACE, OPEN, ZONE, PLACE))
                .one(row -> Optional.ofNullable(row.instant("next")))
                .flatMap(next -> next);
    }

    /**
     * A contract whose time to renew has come. The last day of the term is the latest: on the day after it, billing-service lets the
     * subscriptions expire.
     */
    Optional<RenewalTerms> due(Instant now) {
        return database.query(
                        """
                        select t.* from renewal_terms t join contract c using (contract_id) %s
                        where %s and t.term_end - greatest(t.notice_days, 1) <= (?::timestamptz at time zone %s)::date
                        order by t.term_end limit 1 for update of t skip locked
                        """
                                .formatted(PLACE, OPEN, ZONE),
                        now)
                .one(Renewals::read);
    }

    /** An offer that nobody accepted in time. */
    Optional<UUID> outlived(Instant now) {
        return database.query(
                        """
                        select r.renewal_id from renewal r join contract c using (contract_id) %s
                        where r.state = 'OFFERED' and r.period_start <= (?::timestamptz at time zone %s)::date
                        order by r.period_start limit 1 for update of r skip locked
                        """
                                .formatted(PLACE, ZONE),
                        now)
                .one(row -> row.uuid("renewal_id"));
    }

    /** True when the order of a contract was taken back. */
    boolean isOver(UUID contractId) {
        return database.query(
                        "select o.state from contract c join sales_order o using (order_id) where c.contract_id = ?",
                        contractId)
                .one(row -> row.text("state"))
                .filter("CANCELLED"::equals)
                .isPresent();
    }

    /** What is neither done nor ended of an order's contract, kept from others until the transaction ends. */
    List<Renewal> underWay(UUID orderId) {
        return database
                .query(
                        "select renewal_id from renewal where order_id = ? and state in ('OFFERING', 'OFFERED',"
                                + " 'RENEWING')",
                        orderId)
                .list(row -> row.uuid("renewal_id"))
                .stream()
                .map(this::forChange)
                .toList();
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
