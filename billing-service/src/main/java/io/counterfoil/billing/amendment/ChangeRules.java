package io.counterfoil.billing.amendment;

import io.counterfoil.billing.amendment.ChangeJson.Wanted;
import io.counterfoil.billing.rating.NegativeQuantity;
import io.counterfoil.billing.subscription.Subscription;
import io.counterfoil.billing.subscription.SubscriptionState;
import io.counterfoil.billing.timeline.ChangeKind;
import io.counterfoil.billing.timeline.Timeline;
import io.counterfoil.billing.timeline.Timeline.Standing;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.http.Invalid;
import io.counterfoil.common.http.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What may be changed when; names every field that is wrong, then the rule that is broken. */
final class ChangeRules {

    /** Dunning suspends and reinstates; phases are agreed at the beginning. */
    private static final Set<ChangeKind> NOT_ASKED_FOR =
            EnumSet.of(ChangeKind.SUSPEND, ChangeKind.REINSTATE, ChangeKind.PHASE);

    private final List<FieldError> errors = new ArrayList<>();

    private ChangeRules() {}

    static void check(SubscriptionCase of, Timeline timeline, Wanted wanted, LocalDate day) {
        ChangeRules rules = new ChangeRules();
        rules.fields(wanted, day, timeline);
        if (!rules.errors.isEmpty()) {
            throw new Invalid(rules.errors);
        }
        dates(of.subscription(), timeline, wanted.kind(), day);
        state(of.subscription(), timeline.on(day), wanted.kind());
        plans(of.subscription(), timeline.on(day), wanted);
    }

    private void fields(Wanted wanted, LocalDate day, Timeline timeline) {
        switch (wanted.kind()) {
            case PLAN, ADD_ON, DROP_ADD_ON -> required("/planId", wanted.planId());
            case QUANTITY -> required("/quantity", wanted.quantity());
            case PRICE -> required("/unitPrice", wanted.unitPrice());
            case ANCHOR -> required("/anchorDay", wanted.anchorDay());
            case CO_TERM -> required("/endDate", wanted.endDate());
            case CANCEL -> required("/reason", wanted.reason());
            case RENEW -> {
                if ((wanted.endDate() == null) == (wanted.termMonths() == null)) {
                    wrong("/termMonths", "give either it or the new endDate");
                }
                after("/endDate", wanted.endDate(), timeline.lastEnd());
            }
            default -> {
                if (NOT_ASKED_FOR.contains(wanted.kind())) {
                    wrong("/kind", "is not for a request");
                }
            }
        }
        if (wanted.kind() == ChangeKind.CO_TERM) {
            after("/endDate", wanted.endDate(), day);
        }
        if (wanted.quantity() != null && wanted.quantity().startsWith("-")) {
            throw new NegativeQuantity("/quantity");
        }
        if (wanted.quantity() != null && new BigDecimal(wanted.quantity()).signum() <= 0) {
            wrong("/quantity", "must be above zero");
        }
    }

    private static void dates(Subscription subscription, Timeline timeline, ChangeKind kind, LocalDate day) {
        if (day.isBefore(subscription.startDate())) {
            throw new ChangeBeforeStart(subscription.number(), day, subscription.startDate());
        }
        boolean cancelled = timeline.changes().stream().anyMatch(change -> change.kind() == ChangeKind.CANCEL);
        if (cancelled && (kind == ChangeKind.CANCEL || kind == ChangeKind.RENEW)) {
            throw new AlreadyCancelled(subscription.number(), timeline.lastEnd());
        }
        LocalDate end = timeline.lastEnd();
        boolean atTheEnd = kind == ChangeKind.RENEW || kind == ChangeKind.CANCEL;
        if (end != null && (atTheEnd ? day.isAfter(end) : !day.isBefore(end))) {
            throw new ChangeAfterEnd(subscription.number(), day, end);
        }
    }

    private static void state(Subscription subscription, Standing standing, ChangeKind kind) {
        SubscriptionState now = subscription.state();
        boolean over = now == SubscriptionState.CANCELLED || now == SubscriptionState.EXPIRED;
        if (over || !legal(kind, standing.state())) {
            SubscriptionState state = over ? now : standing.state();
            throw new IllegalMove(
                    "Subscription " + subscription.number(), state, "take the change " + kind, state.moves());
        }
    }

    /** What dunning may do. */
    static void stopped(Subscription subscription, Standing standing, ChangeKind kind) {
        SubscriptionState state = standing.state();
        boolean legal = kind == ChangeKind.SUSPEND
                ? state == SubscriptionState.ACTIVE || state == SubscriptionState.TRIAL
                : state == SubscriptionState.SUSPENDED;
        if (!legal) {
            throw new IllegalMove("Subscription " + subscription.number(), state, kind.name(), state.moves());
        }
    }

    private static boolean legal(ChangeKind kind, SubscriptionState state) {
        return switch (kind) {
            case PAUSE -> state == SubscriptionState.ACTIVE || state == SubscriptionState.TRIAL;
            case RESUME -> state == SubscriptionState.PAUSED;
            case CANCEL, RENEW -> true;
            default -> state != SubscriptionState.SUSPENDED;
        };
    }

    private static void plans(Subscription subscription, Standing standing, Wanted wanted) {
        String concerned = wanted.kind() == ChangeKind.PLAN ? wanted.replacesPlanId() : wanted.planId();
        boolean has = standing.terms().stream().anyMatch(terms -> terms.planId().equals(concerned));
        if (wanted.kind() == ChangeKind.ADD_ON && has) {
            throw new AlreadyOnSubscription(subscription.number(), concerned);
        }
        String replaced = concerned == null ? standing.planId() : concerned;
        boolean other = wanted.kind() == ChangeKind.PLAN && !replaced.equals(wanted.planId());
        if (other && standing.terms().stream().anyMatch(terms -> terms.planId().equals(wanted.planId()))) {
            throw new AlreadyOnSubscription(subscription.number(), wanted.planId());
        }
        boolean base = standing.planId().equals(concerned) && wanted.kind() == ChangeKind.DROP_ADD_ON;
        if (concerned != null && wanted.kind() != ChangeKind.ADD_ON && (!has || base)) {
            throw new NotOnSubscription(subscription.number(), concerned);
        }
    }

    /** No change that was recorded before is left without what it concerns. */
    static void following(Subscription subscription, Timeline before, Timeline after, LocalDate day) {
        before.misledBy(after).ifPresent(change -> {
            throw new LaterChangeConcerned(subscription.number(), change.kind(), change.effectiveDate(), day);
        });
    }

    private void after(String pointer, LocalDate date, LocalDate other) {
        if (date != null && other != null && !date.isAfter(other)) {
            wrong(pointer, "must be after " + other);
        }
    }

    private void required(String pointer, Object value) {
        if (value == null) {
            wrong(pointer, "is required for this kind of change");
        }
    }

    private void wrong(String pointer, String detail) {
        errors.add(new FieldError(pointer, detail));
    }
}
