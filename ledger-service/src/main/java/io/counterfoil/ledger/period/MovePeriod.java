package io.counterfoil.ledger.period;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.time.YearMonth;

/** Moves a month: prepares its close or takes that back, locks it, opens it again by two people. */
@UseCase
class MovePeriod {

    /** A period that somebody wants to reopen is closed as before, so this is no state of it; its history tells of it. */
    private static final String REQUESTED = "REOPENING_REQUESTED";

    private final AccountingPeriods periods;
    private final PeriodMoves moves;
    private final Books books;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    MovePeriod(AccountingPeriods periods, PeriodMoves moves, Books books, Outbox outbox, BusinessClock clock) {
        this.periods = periods;
        this.moves = moves;
        this.books = books;
        this.outbox = outbox;
        this.clock = clock;
    }

    AccountingPeriodJson handle(
            String legalEntityId, YearMonth month, SubLedger subLedger, AccountingPeriodJson.Move wanted, String by) {
        Books.Book book = books.of(legalEntityId);
        AccountingPeriod period = periods.lockedOrNew(legalEntityId, month, subLedger);
        String from = period.state().name();
        String requestedBy = period.reopeningRequestedBy();
        String reason = wanted.reason() == null ? period.reopeningReason() : wanted.reason();
        switch (wanted.move()) {
            case PREPARE -> period.prepare(book.dayOf(clock.now()));
            case WITHDRAW -> period.withdraw();
            case LOCK -> period.lock();
            case REQUEST_REOPENING -> {
                requireReason(wanted);
                period.requestReopening(by, wanted.reason());
            }
            case REOPEN -> reopen(period, legalEntityId, month, subLedger, by);
        }
        periods.flush();
        boolean reopened = wanted.move() == AccountingPeriodJson.Kind.REOPEN;
        moves.add(
                period.id(),
                from,
                wanted.move() == AccountingPeriodJson.Kind.REQUEST_REOPENING
                        ? REQUESTED
                        : period.state().name(),
                reopened ? requestedBy : by,
                reopened ? by : null,
                reason,
                null);
        if (reopened) {
            outbox.publish(new PeriodReopened(
                    legalEntityId, month.toString(), subLedger.told(), requestedBy, by, reason, clock.now()));
        }
        return period.json();
    }

    private void reopen(
            AccountingPeriod period, String legalEntityId, YearMonth month, SubLedger subLedger, String by) {
        if (subLedger != SubLedger.GENERAL) {
            periods.find(legalEntityId, month, SubLedger.GENERAL)
                    .filter(AccountingPeriod::isShut)
                    .ifPresent(general -> {
                        throw new GeneralLedgerClosed(period.id(), general.id());
                    });
        }
        periods.oldestClosedAfter(legalEntityId, month.atDay(1), subLedger).ifPresent(later -> {
            throw new LaterPeriodClosed(period.id(), later.id());
        });
        period.reopen(by);
    }

    private static void requireReason(AccountingPeriodJson.Move wanted) {
        if (wanted.reason() == null) {
            throw new Invalid("/reason", "is required");
        }
    }
}
