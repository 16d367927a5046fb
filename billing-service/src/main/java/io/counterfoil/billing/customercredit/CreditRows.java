package io.counterfoil.billing.customercredit;

import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.common.db.Database;
import io.counterfoil.common.db.Row;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of the credits and of their use. */
@Dependent
class CreditRows {

    private final Database database;

    @Inject
    CreditRows(Database database) {
        this.database = database;
    }

    void add(Credit credit) {
        database.update(
                """
                insert into customer_credit (credit_id, legal_entity_id, customer_id, currency, kind, origin, source_id,
                    source_number, state, amount_minor, remaining_minor, ended_minor, reason_code, reason, expires_on,
                    priority, requested_by, approved_by, effective_date, effective_at, correlation_id, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                credit.creditId(),
                credit.legalEntityId(),
                credit.customerId(),
                credit.currency(),
                credit.kind(),
                credit.origin(),
                credit.sourceId(),
                credit.sourceNumber(),
                credit.state(),
                credit.amount().minor(),
                credit.remaining().minor(),
                credit.ended().minor(),
                credit.reasonCode(),
                credit.reason(),
                credit.expiresOn(),
                credit.priority(),
                credit.requestedBy(),
                credit.approvedBy(),
                credit.effectiveDate(),
                credit.effectiveAt(),
                credit.correlationId(),
                credit.version());
    }

    /** Writes credits that moved; every row must still be at an earlier version. */
    void move(Collection<Credit> credits) {
        int changed = database.batch(
                """
                update customer_credit set state = ?, remaining_minor = ?, ended_minor = ?, approved_by = ?,
                    effective_date = ?, effective_at = ?, version = ?
                 where credit_id = ? and version < ?
                """,
                credits.stream()
                        .map(c -> new Object[] {
                            c.state(),
                            c.remaining().minor(),
                            c.ended().minor(),
                            c.approvedBy(),
                            c.effectiveDate(),
                            c.effectiveAt(),
                            c.version(),
                            c.creditId(),
                            c.version()
                        })
                        .toList());
        if (changed != credits.size()) {
            throw new IllegalStateException("a credit was changed meanwhile");
        }
    }

    void use(List<CreditUse> uses) {
        database.batch(
                """
                insert into credit_application (application_id, credit_id, invoice_id, amount_minor, at_issue, effective_date,
                    effective_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                uses.stream()
                        .map(u -> new Object[] {
                            u.applicationId(),
                            u.creditId(),
                            u.invoiceId(),
                            u.amount().minor(),
                            u.atIssue(),
                            u.effectiveDate(),
                            u.effectiveAt()
                        })
                        .toList());
    }

    /** What may be used by these customers on the day, locked; by priority, then what ends first. */
    List<Credit> usable(Collection<UUID> customers, LocalDate day) {
        return database.query(
                        """
                        select * from customer_credit
                         where customer_id = any(?) and remaining_minor > 0 and (expires_on is null or expires_on > ?)
                         order by priority, expires_on nulls last, effective_at, credit_id for update
                        """,
                        customers,
                        day)
                .list(CreditRows::read);
    }

    boolean isHeldByAny(Collection<UUID> customers) {
        return database.query(
                        "select 1 from customer_credit where customer_id = any(?) and remaining_minor > 0 limit 1",
                        customers)
                .one(row -> true)
                .isPresent();
    }

    /** What of these credits is on its way to the customer, or was asked for. */
    Map<UUID, Money> beingPaidOut(Collection<UUID> creditIds) {
        Map<UUID, Money> found = new TreeMap<>();
        database.query(
                        """
                        select credit_id, currency, sum(amount_minor)::bigint as amount_minor from refund
                         where credit_id = any(?) and state in ('REQUESTED', 'APPROVED', 'PENDING', 'UNKNOWN')
                         group by credit_id, currency
                        """,
                        creditIds)
                .list(row -> found.put(row.uuid("credit_id"), row.money("amount_minor", "currency")));
        return found;
    }

    Optional<Credit> byId(UUID id, boolean locked) {
        return database.query("select * from customer_credit where credit_id = ?" + (locked ? " for update" : ""), id)
                .one(CreditRows::read);
    }

    List<Credit> madeBy(Collection<UUID> sources) {
        return database.query(
                        """
                        select * from customer_credit
                         where origin in ('NEGATIVE_INVOICE', 'PREPAID_PURCHASE', 'GRANT') and source_id = any(?) and ended_minor = 0
                         order by credit_id for update
                        """,
                        sources)
                .list(CreditRows::read);
    }

    /** What an invoice used and did not give back, by credit. */
    List<CreditUse> usedBy(UUID invoiceId) {
        return database.query(
                        """
                        select c.credit_id, c.currency, c.kind, sum(a.amount_minor)::bigint as amount_minor
                          from credit_application a join customer_credit c using (credit_id)
                         where a.invoice_id = ? group by c.credit_id having sum(a.amount_minor) <> 0
                        """,
                        invoiceId)
                .list(row -> new CreditUse(
                        null,
                        row.uuid("credit_id"),
                        CreditKind.valueOf(row.text("kind")),
                        invoiceId,
                        row.money("amount_minor", "currency"),
                        false,
                        null,
                        null));
    }

    List<CreditUse> usesOf(Credit credit) {
        return database.query(
                        "select * from credit_application where credit_id = ? order by effective_at, application_id",
                        credit.creditId())
                .list(row -> new CreditUse(
                        row.uuid("application_id"),
                        credit.creditId(),
                        credit.kind(),
                        row.uuid("invoice_id"),
                        Money.ofMinor(row.longValue("amount_minor"), credit.currency()),
                        row.bool("at_issue"),
                        row.date("effective_date"),
                        row.instant("effective_at")));
    }

    /** The next ones whose time is over, locked; what is on its way to the customer ends later, if it comes back. */
    List<Credit> expired(String legalEntityId, LocalDate day, int limit) {
        return database.query(
                        """
                        select c.* from customer_credit c
                         where c.remaining_minor > 0 and c.expires_on <= ? and c.legal_entity_id = ?
                           and not exists (select 1 from refund r where r.credit_id = c.credit_id
                                              and r.state in ('REQUESTED', 'APPROVED', 'PENDING', 'UNKNOWN'))
                         order by expires_on, credit_id limit ? for update skip locked
                        """,
                        day,
                        legalEntityId,
                        limit)
                .list(CreditRows::read);
    }

    Map<String, LocalDate> nextExpiry() {
        Map<String, LocalDate> next = new TreeMap<>();
        database.query(
                        """
                        select c.legal_entity_id, min(c.expires_on) as day from customer_credit c
                         where c.remaining_minor > 0 and c.expires_on is not null
                           and not exists (select 1 from refund r where r.credit_id = c.credit_id
                                              and r.state in ('REQUESTED', 'APPROVED', 'PENDING', 'UNKNOWN'))
                         group by c.legal_entity_id
                        """)
                .list(row -> next.put(row.text("legal_entity_id"), row.date("day")));
        return next;
    }

    /** A page in the order of their ids; what is null in the filter does not filter. */
    List<Credit> page(CreditFilter filter, UUID after, int limit) {
        return database.query(
                        """
                        select * from customer_credit
                         where (?::uuid is null or credit_id > ?) and (?::uuid is null or customer_id = ?)
                           and (?::text is null or state = ?) and (?::text is null or kind = ?)
                         order by credit_id limit ?
                        """,
                        after,
                        after,
                        filter.customerId(),
                        filter.customerId(),
                        filter.state(),
                        filter.state(),
                        filter.kind(),
                        filter.kind(),
                        limit)
                .list(CreditRows::read);
    }

    private static Credit read(Row row) {
        return new Credit(
                row.uuid("credit_id"),
                row.text("legal_entity_id"),
                row.uuid("customer_id"),
                CreditKind.valueOf(row.text("kind")),
                CreditOrigin.valueOf(row.text("origin")),
                row.uuid("source_id"),
                row.text("source_number"),
                Credit.State.valueOf(row.text("state")),
                row.money("amount_minor", "currency"),
                row.money("remaining_minor", "currency"),
                row.money("ended_minor", "currency"),
                row.text("reason_code"),
                row.text("reason"),
                row.date("expires_on"),
                row.intValue("priority"),
                row.text("requested_by"),
                row.text("approved_by"),
                row.date("effective_date"),
                row.instant("effective_at"),
                row.text("correlation_id"),
                row.intValue("version"));
    }
}
