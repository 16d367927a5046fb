package io.counterfoil.ledger.period;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.time.YearMonth;

/** Closes a month in the books of a legal entity, or in one of their sub-ledgers, when nothing is in the way; what was compared is kept with it. */
@UseCase
class ClosePeriod {

    private final AccountingPeriods periods;
    private final CloseChecks checks;
    private final PeriodMoves moves;
    private final Books books;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    ClosePeriod(
            AccountingPeriods periods,
            CloseChecks checks,
            PeriodMoves moves,
            Books books,
            Outbox outbox,
            BusinessClock clock) {
        this.periods = periods;
        this.checks = checks;
        this.moves = moves;
        this.books = books;
        this.outbox = outbox;
        this.clock = clock;
    }

    AccountingPeriodJson handle(String legalEntityId, YearMonth month, SubLedger subLedger, String by) {
        Books.Book book = books.of(legalEntityId);
        periods.oldestOpenBefore(legalEntityId, month.atDay(1), subLedger).ifPresent(earlier -> {
            throw new EarlierPeriodOpen(AccountingPeriod.id(legalEntityId, month, subLedger), earlier.id());
        });
        AccountingPeriod period = periods.lockedOrNew(legalEntityId, month, subLedger);
        String from = period.state().name();
        period.close(book.dayOf(clock.now()), clock.now(), by);
        Checklist checklist = checks.of(legalEntityId, month.plusMonths(1).atDay(1), subLedger);
        if (!checklist.passed()) {
            throw new CloseBlocked(period.id(), checklist);
        }
        periods.flush();
        moves.add(period.id(), from, period.state().name(), by, null, null, checklist);
        outbox.publish(new PeriodClosed(
                legalEntityId, month.toString(), subLedger.told(), by, checklist.tieOuts(), clock.now()));
        return period.json();
    }
}
