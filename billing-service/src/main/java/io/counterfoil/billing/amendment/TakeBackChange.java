package io.counterfoil.billing.amendment;

import io.counterfoil.billing.amendment.ChangeJson.ChangeView;
import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.billing.subscription.SubscriptionReckoned.Cause;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes a change back that has not come into effect; the subscription goes on as if it had not been recorded. */
@UseCase
class TakeBackChange {

    private final SubscriptionCases cases;
    private final ChangeRows changes;
    private final ResolveChange resolve;
    private final WriteAmendment writing;
    private final TellReckoned reckoned;
    private final BusinessClock clock;

    @Inject
    TakeBackChange(
            SubscriptionCases cases,
            ChangeRows changes,
            ResolveChange resolve,
            WriteAmendment writing,
            TellReckoned reckoned,
            BusinessClock clock) {
        this.cases = cases;
        this.changes = changes;
        this.resolve = resolve;
        this.writing = writing;
        this.reckoned = reckoned;
        this.clock = clock;
    }

    ChangeView handle(UUID subscriptionId, UUID changeId) {
        SubscriptionCase of = cases.of(subscriptionId);
        RecordedChange recorded = of.history().stream()
                .filter(one -> one.change().changeId().equals(changeId))
                .findFirst()
                .orElseThrow(() -> new NotFound("change", changeId));
        if (recorded.state() != RecordedChange.State.SCHEDULED) {
            throw new ChangeInEffect(
                    of.subscription().number(), recorded.change().kind(), recorded.state());
        }
        Timeline without = of.timeline().without(recorded.change());
        ChangeRules.following(
                of.subscription(), of.timeline(), without, recorded.change().effectiveDate());
        LocalDate today = cases.today(of);
        List<OrderCharge> once = of.charges().stream()
                .filter(charge ->
                        changeId.equals(charge.changeId()) && charge.terms().kind() == Kind.ONE_TIME)
                .map(OrderCharge::cancelled)
                .toList();
        Effects effects = Effects.of(of, without, today, once, resolve.waitsForNext(of, today));
        Optional<Bill> bill = writing.bill(effects, changeId);
        changes.takeBack(changeId, clock.now());
        writing.write(effects, bill);
        reckoned.tell(of, Cause.CHANGE_TAKEN_BACK, recorded.change());
        writing.issue(bill);
        return changes.byId(subscriptionId, changeId)
                .map(taken -> ChangeView.of(subscriptionId, taken, without))
                .orElseThrow();
    }
}
