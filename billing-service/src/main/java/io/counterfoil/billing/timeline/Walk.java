package io.counterfoil.billing.timeline;

import io.counterfoil.billing.plan.Charge.Kind;
import io.counterfoil.billing.rating.Pricing;
import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.subscription.SubscriptionState;
import io.counterfoil.billing.timeline.Timeline.Standing;
import io.counterfoil.common.event.EventIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Walks along a timeline, change by change, and notes which charge runs from when to when. */
final class Walk {

    private final Timeline timeline;
    private final List<Segment> closed = new ArrayList<>();
    private final List<Segment> open = new ArrayList<>();
    private final List<Segment> phases = new ArrayList<>();
    private List<ChargeTerms> terms;
    private String planId;
    private int anchorDay;
    private LocalDate end;
    private boolean cancelled;
    private boolean paused;
    private LocalDate suspendedOn;

    Walk(Timeline timeline) {
        this.timeline = timeline;
        this.planId = timeline.planId();
        this.anchorDay = timeline.anchorDay();
        this.end = timeline.end();
        for (Segment segment : timeline.initial()) {
            boolean later = open.stream().anyMatch(segment::followsOn);
            (later ? phases : open).add(segment);
        }
        phases.sort(Comparator.comparing(Segment::start));
        this.terms = open.stream().map(Segment::terms).toList();
    }

    /** What comes after a cancellation finds nothing to change. */
    void meet(Change change) {
        begin(change.effectiveDate());
        if (!cancelled) {
            apply(change);
        }
    }

    /** The phases of a ramp deal that begin by the day, as long as their charge is still that of the deal. */
    private void begin(LocalDate day) {
        while (!phases.isEmpty() && !phases.get(0).start().isAfter(day)) {
            Segment phase = phases.remove(0);
            boolean agreed = terms.stream().anyMatch(charge -> phase.isOf(charge));
            terms = terms.stream()
                    .map(charge -> phase.isOf(charge) ? phase.terms() : charge)
                    .toList();
            if (agreed && runs()) {
                close(phase.start(), phase::isOf);
                open.add(phase);
            }
        }
    }

    private void apply(Change change) {
        Details what = change.details();
        LocalDate day = change.effectiveDate();
        switch (change.kind()) {
            case PLAN -> replacePlan(change);
            case QUANTITY -> resell(change, ofPlan(standing(what.planId())), charge -> sold(charge, what));
            case PRICE, PHASE -> resell(change, ofPlan(what.planId()), charge -> sold(charge, what));
            case ADD_ON -> add(change, what.terms());
            case DROP_ADD_ON -> drop(day, ofPlan(what.planId()));
            case CO_TERM, ANCHOR -> reanchor(change);
            case PAUSE -> pause(day);
            case SUSPEND -> suspend(day);
            case RESUME -> resume(change);
            case REINSTATE -> reinstate(change);
            case CANCEL -> {
                end = what.endDate();
                cancelled = true;
                close(end, any -> true);
            }
            case RENEW -> renew(change);
        }
    }

    List<Segment> segments() {
        begin(LocalDate.MAX);
        List<Segment> all = new ArrayList<>(closed);
        open.forEach(segment -> all.add(segment.until(end)));
        return all.stream().filter(segment -> !segment.isEmpty()).toList();
    }

    /** Since when dunning blocks it; null where it does not. */
    LocalDate suspendedOn() {
        return suspendedOn;
    }

    LocalDate end() {
        return end;
    }

    Standing standing(LocalDate day) {
        begin(day);
        return new Standing(state(day), planId, terms, end, anchorDay);
    }

    private SubscriptionState state(LocalDate day) {
        if (cancelled) {
            return end.isAfter(day) ? SubscriptionState.ACTIVE : SubscriptionState.CANCELLED;
        }
        if (suspendedOn != null || paused) {
            return suspendedOn == null ? SubscriptionState.PAUSED : SubscriptionState.SUSPENDED;
        }
        if (day.isBefore(timeline.start())) {
            return SubscriptionState.PENDING;
        }
        if (end != null && !end.isAfter(day)) {
            return SubscriptionState.EXPIRED;
        }
        return day.isBefore(timeline.chargedFrom()) ? SubscriptionState.TRIAL : SubscriptionState.ACTIVE;
    }

    /** Where the plan that it was to replace never came, it is the one that stayed in its place that goes. */
    private void replacePlan(Change change) {
        Details what = change.details();
        String replaced = standing(what.planId());
        drop(change.effectiveDate(), ofPlan(replaced));
        if (planId.equals(replaced) && !what.terms().isEmpty()) {
            planId = what.terms().get(0).planId();
        }
        anchorDay = what.anchorDay() == null ? anchorDay : what.anchorDay();
        add(change, what.terms());
    }

    private void add(Change change, List<ChargeTerms> more) {
        List<ChargeTerms> lasting =
                more.stream().filter(charge -> charge.kind() != Kind.ONE_TIME).toList();
        terms = concat(terms, lasting);
        if (runs()) {
            lasting.forEach(charge -> open(change, charge, change.effectiveDate(), anchor(charge, change)));
        }
    }

    private void drop(LocalDate day, Predicate<ChargeTerms> which) {
        close(day, which);
        terms = terms.stream().filter(which.negate()).toList();
    }

    private void resell(Change change, Predicate<ChargeTerms> which, UnaryOperator<ChargeTerms> sale) {
        List<Segment> running =
                open.stream().filter(segment -> which.test(segment.terms())).toList();
        close(change.effectiveDate(), which);
        terms = terms.stream()
                .map(charge -> which.test(charge) ? sale.apply(charge) : charge)
                .toList();
        running.forEach(segment -> open(change, sale.apply(segment.terms()), change.effectiveDate(), segment.anchor()));
    }

    private void reanchor(Change change) {
        Details what = change.details();
        end = what.endDate() == null ? end : what.endDate();
        if (what.anchorDay() != null) {
            anchorDay = what.anchorDay();
            List<Segment> running = List.copyOf(open);
            close(change.effectiveDate(), any -> true);
            running.forEach(segment ->
                    open(change, segment.terms(), change.effectiveDate(), coTermed(segment.terms(), change)));
        }
    }

    /** Cycles that lead to an end are counted from it, backwards too. */
    private LocalDate coTermed(ChargeTerms charge, Change change) {
        return change.kind() == ChangeKind.CO_TERM && end != null ? end : anchor(charge, change);
    }

    /** The customer and dunning stop it each on their own; it runs while neither does. */
    private boolean runs() {
        return !paused && suspendedOn == null;
    }

    private void pause(LocalDate day) {
        paused = true;
        close(day, any -> true);
    }

    private void suspend(LocalDate day) {
        suspendedOn = suspendedOn == null ? day : suspendedOn;
        close(day, any -> true);
    }

    private void resume(Change change) {
        boolean stood = paused;
        paused = false;
        restart(change, stood);
    }

    private void reinstate(Change change) {
        boolean stood = suspendedOn != null;
        suspendedOn = null;
        restart(change, stood);
    }

    /** What is longer than a month begins its cycle at the last anchor day before; a month keeps its own. */
    private void restart(Change change, boolean stood) {
        if (stood && runs()) {
            terms.forEach(charge -> open(change, charge, change.effectiveDate(), anchor(charge, change)));
        }
    }

    private void renew(Change change) {
        Details what = change.details();
        end = what.endDate();
        if (what.uplift() != null) {
            resell(
                    change,
                    charge -> charge.kind() == Kind.RECURRING,
                    charge -> charge.sold(charge.quantity(), what.uplift().on(charge.unitPrice())));
        }
    }

    private void close(LocalDate day, Predicate<ChargeTerms> which) {
        List<Segment> ending =
                open.stream().filter(segment -> which.test(segment.terms())).toList();
        open.removeAll(ending);
        ending.forEach(segment -> closed.add(segment.until(earliest(day))));
    }

    private void open(Change change, ChargeTerms charge, LocalDate day, LocalDate anchor) {
        LocalDate from = day.isBefore(timeline.chargedFrom()) ? timeline.chargedFrom() : day;
        UUID id = EventIds.derived(change.changeId(), charge.planId() + "/" + charge.chargeId());
        open.add(new Segment(id, change.changeId(), charge, anchor, from, null));
    }

    private LocalDate anchor(ChargeTerms charge, Change change) {
        LocalDate day = change.effectiveDate();
        LocalDate from = day.isBefore(timeline.chargedFrom()) ? timeline.chargedFrom() : day;
        return charge.billingPeriod().anchor(anchorDay, from);
    }

    private LocalDate earliest(LocalDate day) {
        return end != null && end.isBefore(day) ? end : day;
    }

    private String standing(String plan) {
        boolean has = plan != null
                && terms.stream().anyMatch(charge -> charge.planId().equals(plan));
        return has ? plan : planId;
    }

    private Predicate<ChargeTerms> ofPlan(String plan) {
        String wanted = plan == null ? planId : plan;
        return charge -> charge.planId().equals(wanted);
    }

    private static ChargeTerms sold(ChargeTerms charge, Details what) {
        boolean repriced = what.unitPrice() != null && charge.kind() == Kind.RECURRING;
        boolean counted = what.quantity() != null && charge.pricing() != Pricing.FLAT;
        return charge.sold(
                counted ? what.quantity() : charge.quantity(), repriced ? what.unitPrice() : charge.unitPrice());
    }

    private static <T> List<T> concat(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
