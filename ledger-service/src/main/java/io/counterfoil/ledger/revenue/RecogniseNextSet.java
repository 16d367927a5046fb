package io.counterfoil.ledger.revenue;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.ledger.journal.Journal;
import io.counterfoil.ledger.postingrule.Rulebook;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Recognises one set of a run's schedules; the run is complete when a set is not full. */
@UseCase
class RecogniseNextSet {

    static final int SET = 500;

    private final RecognitionRuns runs;
    private final RevenueSchedules schedules;
    private final Rulebook rulebook;
    private final Journal journal;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    RecogniseNextSet(
            RecognitionRuns runs,
            RevenueSchedules schedules,
            Rulebook rulebook,
            Journal journal,
            Outbox outbox,
            BusinessClock clock) {
        this.runs = runs;
        this.schedules = schedules;
        this.rulebook = rulebook;
        this.journal = journal;
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
        if (due.size() < SET) {
            runs.complete(run.id(), clock.now());
        }
    }
}
