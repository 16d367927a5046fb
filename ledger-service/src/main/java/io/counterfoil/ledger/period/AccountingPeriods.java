package io.counterfoil.ledger.period;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** All periods that were opened. */
@Dependent
class AccountingPeriods {

    @PersistenceContext(unitName = "ledger")
    EntityManager entities;

    @Inject
    PostingCalendar calendar;

    /** For a change: waits for postings in flight, and they for the end of this transaction. */
    Optional<AccountingPeriod> locked(String legalEntityId, YearMonth month, SubLedger subLedger) {
        return Optional.ofNullable(entities.find(
                AccountingPeriod.class,
                AccountingPeriod.id(legalEntityId, month, subLedger),
                LockModeType.PESSIMISTIC_WRITE));
    }

    /** The same; a month in which nothing was posted is opened by its first move. What a sub-ledger waits for is the general ledger's. */
    AccountingPeriod lockedOrNew(String legalEntityId, YearMonth month, SubLedger subLedger) {
        if (subLedger != SubLedger.GENERAL) {
            calendar.hold(legalEntityId, month);
        }
        return locked(legalEntityId, month, subLedger).orElseGet(() -> {
            AccountingPeriod period = new AccountingPeriod(legalEntityId, month, subLedger);
            entities.persist(period);
            entities.flush();
            return period;
        });
    }

    Optional<AccountingPeriod> find(String legalEntityId, YearMonth month, SubLedger subLedger) {
        return Optional.ofNullable(
                entities.find(AccountingPeriod.class, AccountingPeriod.id(legalEntityId, month, subLedger)));
    }

    Optional<AccountingPeriod> oldestClosedAfter(String legalEntityId, LocalDate date, SubLedger subLedger) {
        return entities.createQuery(
                        "select p from AccountingPeriod p where p.legalEntityId = :entity and p.subLedger = :sub and p.startDate > :date and p.state in :closed order by p.startDate desc",
                        AccountingPeriod.class)
                .setParameter("entity", legalEntityId)
                .setParameter("date", date)
                .setParameter("sub", subLedger)
                .setParameter("closed", List.of(AccountingPeriod.State.CLOSED, AccountingPeriod.State.LOCKED))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    Optional<AccountingPeriod> oldestOpenBefore(String legalEntityId, LocalDate date, SubLedger subLedger) {
        return entities.createQuery(
                        "select p from AccountingPeriod p where p.legalEntityId = :entity and p.subLedger = :sub and p.startDate < :date and p.state in :open order by p.startDate",
                        AccountingPeriod.class)
                .setParameter("entity", legalEntityId)
                .setParameter("date", date)
                .setParameter("sub", subLedger)
                .setParameter(
                        "open",
                        List.of(
                                AccountingPeriod.State.OPEN,
                                AccountingPeriod.State.CLOSING,
                                AccountingPeriod.State.REOPENED))
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<AccountingPeriod> after(String id, String legalEntityId, int limit) {
        return entities.createQuery(
                        "select p from AccountingPeriod p where p.id > :id and (:all = true or p.legalEntityId = :entity) order by p.id",
                        AccountingPeriod.class)
                .setParameter("id", id)
                .setParameter("all", legalEntityId == null)
                .setParameter("entity", legalEntityId == null ? "" : legalEntityId)
                .setMaxResults(limit)
                .getResultList();
    }

    void flush() {
        entities.flush();
    }
}
