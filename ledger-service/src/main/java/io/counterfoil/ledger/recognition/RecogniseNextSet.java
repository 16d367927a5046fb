package io.counterfoil.ledger.recognition;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.accrual.Accruals;
import io.counterfoil.ledger.contractasset.ContractAssets;
import io.counterfoil.ledger.entity.Books;
import io.counterfoil.ledger.journal.Journal;
import io.counterfoil.ledger.journal.JournalEntry;
import io.counterfoil.ledger.postingrule.Rulebook;
import io.counterfoil.ledger.schedule.RevenueSchedule;
import io.counterfoil.ledger.schedule.RevenueSchedules;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Recognises one set of a run's schedules; the run is complete when a set is not full. Where many plain schedules are due
 * they go in large sets with one entry for each day and product; the others get an entry each.
 */
@UseCase
class RecogniseNextSet {

    static final int SET = 500;
    static final int MANY = 1_000;
    static final int LARGE_SET = 100_000;

    private final RecognitionRuns runs;
    private final RunTrail trail;
    private final RevenueSchedules schedules;
    private final LargeSets largeSets;
    private final Books books;
    private final Rulebook rulebook;
    private final Journal journal;
    private final Accruals accruals;
    private final ContractAssets contractAssets;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    RecogniseNextSet(
            RecognitionRuns runs,
            RunTrail trail,
            RevenueSchedules schedules,
            LargeSets largeSets,
            Books books,
            Rulebook rulebook,
            Journal journal,
            Accruals accruals,
            ContractAssets contractAssets,
            Outbox outbox,
            BusinessClock clock) {
        this.runs = runs;
        this.trail = trail;
        this.schedules = schedules;
        this.largeSets = largeSets;
        this.books = books;
        this.rulebook = rulebook;
        this.journal = journal;
        this.accruals = accruals;
        this.contractAssets = contractAssets;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** False when another replica works on the run just now. */
    boolean handle(UUID runId) {
        Optional<RecognitionRun> locked = runs.lockRunning(runId);
        locked.ifPresent(this::recognise);
        return locked.isPresent();
    }

    private void recognise(RecognitionRun run) {
        Optional<String> large = concerned(run).stream()
                .filter(entity -> largeSets.isLarge(entity, run.through(), MANY))
                .findFirst();
        if (large.isPresent()) {
            recogniseLarge(run, large.get());
        } else {
            recogniseEach(run);
        }
    }

    /** What waits for its invoice comes after the schedules, and what contracts stand at after both. */
    private boolean isFinished(RecognitionRun run) {
        return accruals.accrueNext(run.legalEntityId(), run.through(), SET) < SET
                && contractAssets.reclassifyNext(run.id(), run.legalEntityId(), run.through(), SET) < SET;
    }

    private List<String> concerned(RecognitionRun run) {
        return run.legalEntityId() == null
                ? books.all().stream().map(Books.Book::legalEntityId).toList()
                : List.of(run.legalEntityId());
    }

    private void recogniseLarge(RecognitionRun run, String legalEntityId) {
        UUID setId = EventIds.next();
        List<LargeSets.Sum> sums = largeSets.recognise(setId, run, legalEntityId, LARGE_SET, clock.now());
        List<JournalEntry> entries =
                SummaryEntries.of(setId, run, legalEntityId, sums, rulebook.open(Set.of(legalEntityId)));
        journal.post(entries);
        long slices = sums.stream().mapToLong(LargeSets.Sum::slices).sum();
        largeSets.keep(
                setId,
                run.id(),
                legalEntityId,
                slices,
                entries.stream().collect(Collectors.toMap(JournalEntry::effectiveDate, JournalEntry::id)),
                clock.now());
        runs.progressed(run.id(), (int) slices, entries.size());
    }

    private void recogniseEach(RecognitionRun run) {
        List<RevenueSchedule> due = schedules.lockDue(run.legalEntityId(), run.through(), SET);
        List<Recognition> recognitions = new ArrayList<>();
        List<RevenueSchedules.Progress> progress = new ArrayList<>();
        Rulebook.Opened rules =
                rulebook.open(due.stream().map(RevenueSchedule::legalEntityId).collect(Collectors.toSet()));
        for (RevenueSchedule schedule : due) {
            RevenueSchedule.Reached reached = schedule.due(run.through());
            reached.slices().stream()
                    .filter(slice -> !slice.amount().isZero())
                    .forEach(slice -> recognitions.add(Recognition.of(run, schedule, slice, rules)));
            progress.add(new RevenueSchedules.Progress(
                    schedule.id(), reached.recognised().minor(), reached.until(), reached.dueFrom()));
        }
        journal.post(recognitions.stream().map(Recognition::entry).toList());
        outbox.publishAll(
                recognitions.stream().map(each -> each.fact(clock.now())).toList());
        schedules.keep(recognitions.stream().map(each -> each.row(clock.now())).toList());
        schedules.moveOn(progress);
        runs.progressed(run.id(), due.size(), recognitions.size());
        if (due.size() < SET && isFinished(run)) {
            runs.complete(run.id(), clock.now());
            trail.moved(run, runs.find(run.id()).orElseThrow());
        }
    }
}
