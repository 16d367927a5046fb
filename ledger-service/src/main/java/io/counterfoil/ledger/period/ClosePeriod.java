package io.counterfoil.ledger.period;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.time.YearMonth;

/** Closes a month in the books of a legal entity. */
@UseCase
class ClosePeriod {

    private final AccountingPeriods periods;
    private final Books books;
    private final BusinessClock clock;

    @Inject
    ClosePeriod(AccountingPeriods periods, Books books, BusinessClock clock) {
        this.periods = periods;
        this.books = books;
        this.clock = clock;
    }

    AccountingPeriodJson handle(String legalEntityId, YearMonth month, String by) {
        Books.Book book = books.of(legalEntityId);
        periods.oldestOpenBefore(legalEntityId, month.atDay(1)).ifPresent(earlier -> {
            throw new EarlierPeriodOpen(AccountingPeriod.id(legalEntityId, month), earlier.id());
        });
        AccountingPeriod period = periods.locked(legalEntityId, month).orElseGet(() -> opened(legalEntityId, month));
        period.close(book.dayOf(clock.now()), clock.now(), by);
        periods.flush();
        return period.json();
    }

    private AccountingPeriod opened(String legalEntityId, YearMonth month) {
        AccountingPeriod period = new AccountingPeriod(legalEntityId, month);
        periods.add(period);
        return period;
    }
}
