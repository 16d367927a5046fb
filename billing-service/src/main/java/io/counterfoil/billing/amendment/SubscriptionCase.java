package io.counterfoil.billing.amendment;

import io.counterfoil.billing.invoice.BilledLine;
import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.rating.BillingPeriod;
import io.counterfoil.billing.subscription.OrderCharge;
import io.counterfoil.billing.subscription.Subscription;
import io.counterfoil.billing.subscription.SubscriptionState;
import io.counterfoil.billing.subscription.Subscriptions.Account;
import io.counterfoil.billing.timeline.Reckoning;
import io.counterfoil.billing.timeline.Reckoning.Outcome;
import io.counterfoil.billing.timeline.Segment;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.billing.timeline.Timeline.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything that is known of a subscription: what was agreed, what was changed, what was billed.
 *
 * @param account the agreement that it belongs to, locked
 * @param history all changes, those too that were taken back
 */
record SubscriptionCase(
        Account account, Subscription subscription, List<RecordedChange> history, List<BilledLine> lines) {

    /** Its charges, without those of others in the same agreement. */
    List<OrderCharge> charges() {
        return account.charges().stream()
                .filter(charge ->
                        subscription.subscriptionId().equals(charge.terms().subscriptionId()))
                .toList();
    }

    Timeline timeline() {
        return timeline(recorded -> recorded.takenBackAt() == null);
    }

    /** What was told of it: the timeline without what is only scheduled. */
    Timeline told() {
        return timeline(recorded -> recorded.state() == RecordedChange.State.APPLIED);
    }

    private Timeline timeline(Predicate<RecordedChange> counts) {
        List<OrderCharge> first = charges().stream()
                .filter(charge -> charge.changeId() == null && charge.terms().kind() != Kind.ONE_TIME)
                .toList();
        return new Timeline(
                subscription.startDate(),
                subscription.chargedFrom(),
                subscription.termEnd(),
                first.get(0).terms().planId(),
                first.get(0).anchor().getDayOfMonth(),
                first.stream().map(SubscriptionCase::segment).toList(),
                history.stream().filter(counts).map(RecordedChange::change).toList());
    }

    /** What follows from a timeline today. */
    Outcome reckon(Timeline changed, LocalDate today) {
        return Reckoning.of(
                account.agreement().currency(), today, changed.takesBack(today), changed.segments(), charges(), lines);
    }

    /** The subscription as a timeline says; one that has not begun begins with its first bill. */
    Subscription as(Timeline changed, LocalDate today) {
        Standing standing = changed.on(today);
        boolean begins = subscription.isToBegin() && standing.state() == SubscriptionState.ACTIVE;
        return subscription.standing(
                begins ? subscription.state() : standing.state(),
                changed.lastEnd(),
                standing.terms().stream()
                        .filter(terms -> terms.planId().equals(standing.planId()))
                        .findFirst()
                        .orElse(null));
    }

    /** The first day after the period in which a day lies, by the cycle of its first charge. */
    LocalDate periodEnd(LocalDate day) {
        OrderCharge running = charges().stream()
                .filter(charge -> charge.terms().kind() != Kind.ONE_TIME && !charge.isEmpty())
                .filter(charge -> charge.endDate() == null || charge.endDate().isAfter(day))
                .findFirst()
                .orElseGet(() -> charges().get(0));
        BillingPeriod rhythm =
                Optional.ofNullable(running.terms().billingPeriod()).orElse(BillingPeriod.MONTH);
        return rhythm.around(running.anchor(), day).end();
    }

    /** When the base subscription of its bundle began to be charged. */
    LocalDate bundleStart() {
        return account.subscriptions().stream()
                .filter(one -> one.subscriptionId().equals(subscription.bundleId()))
                .findFirst()
                .orElse(subscription)
                .chargedFrom();
    }

    int nextNumber() {
        return history.size() + 1;
    }

    private static Segment segment(OrderCharge charge) {
        return new Segment(charge.orderChargeId(), null, charge.terms(), charge.anchor(), charge.startDate(), null);
    }
}
