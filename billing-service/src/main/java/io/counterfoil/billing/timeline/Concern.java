package io.counterfoil.billing.timeline;

import io.counterfoil.billing.subscription.ChargeTerms;
import io.counterfoil.billing.timeline.Timeline.Standing;
import java.util.function.Predicate;

/**
 * What a change takes for granted about the plans of a subscription. The plan of the subscription itself may be another one
 * by then: it is replaced, or sold in another quantity, all the same. A price was agreed for one plan, and an added plan is
 * the one that was added.
 *
 * @param ofBase whether it was meant for the plan of the subscription itself
 */
record Concern(Change change, boolean ofBase) {

    static Concern of(Change change, Standing found) {
        String plan = change.details().planId();
        return new Concern(change, plan == null || plan.equals(found.planId()));
    }

    boolean isMissedIn(Standing other) {
        return switch (change.kind()) {
            case PLAN -> !finds(other) || bringsAgain(other);
            case QUANTITY -> !finds(other);
            case PRICE, DROP_ADD_ON -> plan() != null && !has(other, plan());
            case ADD_ON -> bringsAgain(other);
            default -> false;
        };
    }

    private boolean finds(Standing other) {
        boolean base = plan() == null || plan().equals(other.planId());
        return ofBase ? base || !has(other, plan()) : !base && has(other, plan());
    }

    private boolean bringsAgain(Standing other) {
        String replaced = ofBase ? other.planId() : plan();
        Predicate<ChargeTerms> stays =
                charge -> change.kind() == ChangeKind.ADD_ON || !charge.planId().equals(replaced);
        return change.details().terms().stream()
                .anyMatch(brought -> other.terms().stream().filter(stays).anyMatch(charge -> charge.planId()
                        .equals(brought.planId())));
    }

    private String plan() {
        return change.details().planId();
    }

    private static boolean has(Standing standing, String plan) {
        return standing.terms().stream().anyMatch(charge -> charge.planId().equals(plan));
    }
}
