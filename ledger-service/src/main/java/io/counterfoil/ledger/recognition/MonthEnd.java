package io.counterfoil.ledger.recognition;

import io.counterfoil.ledger.entity.Books;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * The next month of a legal entity whose revenue is to be recognised.
 *
 * @param lastDay the month's last day
 * @param due when that day is over there
 */
record MonthEnd(String legalEntityId, LocalDate lastDay, Instant due) {

    /** The one after the last that was begun; the first is that of the month in which the entity was published. */
    static MonthEnd next(Books.Book book, LocalDate last) {
        LocalDate within = last == null ? book.since() : last.plusDays(1);
        LocalDate lastDay = within.with(TemporalAdjusters.lastDayOfMonth());
        return new MonthEnd(
                book.legalEntityId(),
                lastDay,
                lastDay.plusDays(1).atStartOfDay(book.zone()).toInstant());
    }
}
