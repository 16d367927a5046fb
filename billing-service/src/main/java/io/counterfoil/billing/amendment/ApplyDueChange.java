package io.counterfoil.billing.amendment;

import io.counterfoil.billing.subscription.Subscriptions;
import io.counterfoil.billing.timeline.Change;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The day of a scheduled change has come: the subscription stands as it says, and others are told. */
@UseCase
class ApplyDueChange {

    private final ChangeRows changes;
    private final SubscriptionCases cases;
    private final Subscriptions subscriptions;
    private final Amendments amendments;
    private final BusinessClock clock;

    @Inject
    ApplyDueChange(
            ChangeRows changes,
            SubscriptionCases cases,
            Subscriptions subscriptions,
            Amendments amendments,
            BusinessClock clock) {
        this.changes = changes;
        this.cases = cases;
        this.subscriptions = subscriptions;
        this.amendments = amendments;
        this.clock = clock;
    }

    /** Applies what is due of one subscription; false when nothing was due. */
    boolean handle() {
        Optional<UUID> due = changes.nextDue(clock.now());
        due.map(cases::of).ifPresent(of -> apply(of, cases.today(of)));
        return due.isPresent();
    }

    private void apply(SubscriptionCase of, LocalDate today) {
        List<Change> due = of.history().stream()
                .filter(recorded -> recorded.state() == RecordedChange.State.SCHEDULED)
                .map(RecordedChange::change)
                .filter(change -> !change.effectiveDate().isAfter(today))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        subscriptions.amended(of.subscription(), of.as(of.timeline(), today), List.of(), List.of());
        Correlation business =
                Correlation.current().continuing(of.account().agreement().correlationId());
        Correlation.within(business, () -> tell(of, due));
    }

    private void tell(SubscriptionCase of, List<Change> due) {
        Timeline told = of.told();
        for (Change change : due) {
            changes.applied(change.changeId(), clock.now());
            amendments.tell(of, change, of.timeline().without(change), told);
            told = told.with(change);
        }
    }
}
