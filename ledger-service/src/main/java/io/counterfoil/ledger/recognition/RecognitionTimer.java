package io.counterfoil.ledger.recognition;

import io.counterfoil.common.http.Refusal;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.time.DueWork;
import io.counterfoil.ledger.entity.Books;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Recognises at each month end of each legal entity, and goes on with runs that are not complete. */
@ApplicationScoped
class RecognitionTimer implements DueWork {

    @Inject
    RecognitionRuns runs;

    @Inject
    Books books;

    @Inject
    BusinessClock clock;

    @Inject
    StartRecognitionRun start;

    @Inject
    RecogniseNextSet recogniseNext;

    @Inject
    HoldRecognitionRun hold;

    @Override
    public String name() {
        return "recognition";
    }

    @Override
    public Optional<Instant> nextDue() {
        Optional<Instant> running = runs.oldestRunning().map(RecognitionRun::startedAt);
        return running.isPresent() ? running : nextMonthEnd().map(MonthEnd::due);
    }

    @Override
    public boolean workOnce() {
        Optional<RecognitionRun> running = runs.oldestRunning();
        if (running.isPresent()) {
            return goOn(running.get());
        }
        Optional<MonthEnd> over = nextMonthEnd().filter(month -> !month.due().isAfter(clock.now()));
        over.ifPresent(start::handle);
        return over.isPresent();
    }

    private boolean goOn(RecognitionRun run) {
        try {
            return recogniseNext.handle(run.id());
        } catch (Refusal refused) {
            hold.handle(run, refused);
            return true;
        }
    }

    private Optional<MonthEnd> nextMonthEnd() {
        Map<String, LocalDate> last = runs.lastMonthEnds();
        return books.all().stream()
                .map(book -> MonthEnd.next(book, last.get(book.legalEntityId())))
                .min(Comparator.comparing(MonthEnd::due));
    }
}
