package io.counterfoil.billing.timeline;

/** What can happen to a subscription after it was agreed. */
public enum ChangeKind {
    /** Another plan in the place of one, or a new version of the same. */
    PLAN,
    /** Other units of a plan. */
    QUANTITY,
    /** Another price of a plan. */
    PRICE,
    /** The next phase of a ramp deal: quantity, price or both, agreed from the beginning. */
    PHASE,
    /** The charges of one more plan, on the same cycle and to the same end. */
    ADD_ON,
    /** An added plan goes. */
    DROP_ADD_ON,
    /** Another end, and the cycles that lead to it. */
    CO_TERM,
    /** The customer stops for a while: nothing is charged until it resumes. */
    PAUSE,
    RESUME,
    /** Dunning stops it; whether the time is charged is decided when it is reinstated. */
    SUSPEND,
    REINSTATE,
    /** Another day on which the cycles begin. */
    ANCHOR,
    CANCEL,
    /** A further term, at an uplifted price where one was agreed. */
    RENEW
}
