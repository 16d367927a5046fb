package io.counterfoil.billing.amendment;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.document.PendingLine;
import io.counterfoil.billing.invoice.Bill;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.billing.subscription.SubscriptionReckoned;
import io.counterfoil.billing.timeline.Change;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.billing.timeline.Details;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Records changes of subscriptions and writes what follows. A change of today or of the past is in effect at once; one of the
 * future moves the charges now, and is told when its day has come.
 */
@Dependent
public class Amendments {

    private static final PolicyName[] USED = {PolicyName.PRORATION_TERMINATION_DAY, PolicyName.PRORATION_BILLING};

    private final SubscriptionCases cases;
    private final ChangeRows changes;
    private final WriteAmendment writing;
    private final WaitingLines waiting;
    private final TellReckoned reckoned;
    private final Policies policies;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    Amendments(
            SubscriptionCases cases,
            ChangeRows changes,
            WriteAmendment writing,
            WaitingLines waiting,
            TellReckoned reckoned,
            Policies policies,
            Outbox outbox,
            BusinessClock clock) {
        this.cases = cases;
        this.changes = changes;
        this.writing = writing;
        this.waiting = waiting;
        this.reckoned = reckoned;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Dunning stops a subscription; nothing is billed of it until it is reinstated. */
    public void suspend(UUID subscriptionId, String reason) {
        record(subscriptionId, ChangeKind.SUSPEND, false, reason);
    }

    /** Dunning lets it go on; by policy the time in which it was blocked is taken back or charged. */
    public void reinstate(UUID subscriptionId, String reason) {
        SubscriptionCase of = cases.of(subscriptionId);
        boolean charged = policies.value(PolicyName.DUNNING_BLOCKED_TIME, scope(of), cases.today(of))
                .is("CHARGE");
        record(subscriptionId, ChangeKind.REINSTATE, charged, reason);
    }

    /** Ends a subscription because its order was cancelled; one that is ending already keeps its day. */
    void end(UUID subscriptionId, LocalDate day, String reason) {
        SubscriptionCase of = cases.of(subscriptionId);
        Timeline timeline = of.timeline();
        LocalDate start = of.subscription().startDate();
        LocalDate from = day.isBefore(start) ? start : day;
        boolean ends = timeline.lastEnd() != null && !from.isBefore(timeline.lastEnd());
        boolean cancelled = timeline.changes().stream().anyMatch(change -> change.kind() == ChangeKind.CANCEL);
        if (!ends && !cancelled) {
            Details details = new Details(null, null, null, null, from, null, null, false, reason);
            Change change = new Change(EventIds.next(), of.nextNumber(), ChangeKind.CANCEL, from, details);
            record(of, change, effects(of, change, cases.today(of), false));
        }
    }

    /**
     * What is to be billed and taken back of a subscription after lines of it count no longer, as its timeline says; its
     * charges are written so. Empty where nothing of it was ever changed: then its charges know by themselves.
     */
    public Optional<Anew> reckonAgain(UUID subscriptionId) {
        SubscriptionCase of = cases.of(subscriptionId);
        if (of.timeline().changes().isEmpty()) {
            return Optional.empty();
        }
        Effects effects = Effects.of(of, of.timeline(), cases.today(of), List.of(), false);
        List<UUID> waited = writing.write(effects);
        return Optional.of(new Anew(effects.billed(), waited));
    }

    /**
     * What is reckoned anew.
     *
     * @param due to be billed
     * @param waited what had waited until then; it counts on as far as it is due still
     */
    public record Anew(List<BillableItem> due, List<UUID> waited) {}

    /** Tells what waits of a subscription after an invoice of it was voided; what is not told any more counts no longer. */
    public void tellVoided(UUID subscriptionId) {
        reckoned.tell(cases.of(subscriptionId), SubscriptionReckoned.Cause.INVOICE_VOIDED, null);
    }

    private void record(UUID subscriptionId, ChangeKind kind, boolean charged, String reason) {
        SubscriptionCase of = cases.of(subscriptionId);
        LocalDate today = cases.today(of);
        ChangeRules.stopped(of.subscription(), of.timeline().on(today), kind);
        Details details = new Details(null, null, null, null, null, null, null, charged, reason);
        Change change = new Change(EventIds.next(), of.nextNumber(), kind, today, details);
        record(of, change, effects(of, change, today, false));
    }

    /** What would follow from a change. */
    Effects effects(SubscriptionCase of, Change change, LocalDate today, boolean withNext) {
        return Effects.of(of, of.timeline().with(change), today, once(of, change), withNext)
                .causedBy(change.changeId());
    }

    /** Records a change and writes what follows, in the business transaction to which the subscription belongs. */
    RecordedChange record(SubscriptionCase of, Change change, Effects effects) {
        Correlation business =
                Correlation.current().continuing(of.account().agreement().correlationId());
        return Correlation.within(business, () -> written(of, change, effects));
    }

    private RecordedChange written(SubscriptionCase of, Change change, Effects effects) {
        Instant now = clock.now();
        Optional<Bill> bill = writing.bill(effects, change.changeId());
        boolean applied = !change.effectiveDate().isAfter(effects.today());
        RecordedChange recorded = new RecordedChange(
                change,
                now,
                Correlation.current().actor(),
                bill.map(Bill::invoiceId).orElse(null),
                applied ? now : null,
                null);
        changes.add(of.subscription().subscriptionId(), recorded);
        List<PendingLine> waited = applied ? List.of() : waiting.of(of, effects.today());
        writing.write(effects, bill);
        if (applied) {
            tell(of, change, of.timeline(), of.told());
        } else if (!waited.equals(waiting.of(of, effects.today()))) {
            reckoned.tell(of, SubscriptionReckoned.Cause.CHANGE_SCHEDULED, change);
        }
        writing.issue(bill);
        return recorded;
    }

    /**
     * Tells of a change that is in effect now, with all that waits then.
     *
     * @param before the timeline without it, with what is scheduled
     * @param told the timeline of all that was told before
     */
    void tell(SubscriptionCase of, Change change, Timeline before, Timeline told) {
        LocalDate today = cases.today(of);
        PolicyBook book = policies.book(List.of(scope(of)));
        AmendmentFacts facts = new AmendmentFacts(
                of.account().agreement(),
                of.subscription(),
                before,
                before.with(change),
                waiting.of(of, today),
                book.value(PolicyName.MODIFICATION_TREATMENT, scope(of), today),
                book.versions(scope(of), today, USED),
                ValueChange.of(of, told, told.with(change), once(of, change)),
                clock.now());
        outbox.publish(facts.of(change), EventIds.derived(change.changeId(), "told"));
    }

    private static Scope scope(SubscriptionCase of) {
        Agreement agreement = of.account().agreement();
        return Scope.of(agreement.legalEntityId(), agreement.contractId());
    }

    private static List<OrderCharge> once(SubscriptionCase of, Change change) {
        return change.details().terms().stream()
                .filter(terms -> terms.kind() == Kind.ONE_TIME)
                .map(terms -> OrderCharge.once(
                        EventIds.derived(change.changeId(), "once " + terms.chargeId()),
                        change.changeId(),
                        terms,
                        change.effectiveDate(),
                        of.timeline().lastEnd(),
                        change.effectiveDate()))
                .toList();
    }
}
