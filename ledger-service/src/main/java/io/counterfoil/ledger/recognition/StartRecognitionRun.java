package io.counterfoil.ledger.recognition;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.entity.Books;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Begins a recognition run, by request or because a month is over. */
@UseCase
class StartRecognitionRun {

    private final RecognitionRuns runs;
    private final Books books;
    private final RunTrail trail;
    private final BusinessClock clock;

    @Inject
    StartRecognitionRun(RecognitionRuns runs, Books books, RunTrail trail, BusinessClock clock) {
        this.trail = trail;
        this.runs = runs;
        this.books = books;
        this.clock = clock;
    }

    /** By request; of all legal entities when none is named. */
    RecognitionRun handle(RecognitionRunJson.Request request) {
        List<Books.Book> concerned =
                request.legalEntityId() == null ? books.all() : List.of(books.of(request.legalEntityId()));
        for (Books.Book book : concerned) {
            LocalDate today = book.dayOf(clock.now());
            if (request.throughDate().isAfter(today)) {
                throw new ThroughDateInFuture(request.throughDate(), book.legalEntityId(), today);
            }
        }
        UUID id = EventIds.next();
        runs.start(id, request.legalEntityId(), request.throughDate(), RecognitionRun.Trigger.REQUEST, clock.now());
        return runs.find(id).orElseThrow();
    }

    /** Because the month of the legal entity is over. */
    void handle(MonthEnd over) {
        UUID id = EventIds.next();
        runs.start(id, over.legalEntityId(), over.lastDay(), RecognitionRun.Trigger.MONTH_END, clock.now());
        runs.find(id).ifPresent(begun -> trail.moved(null, begun)); // else another replica was faster
    }
}
