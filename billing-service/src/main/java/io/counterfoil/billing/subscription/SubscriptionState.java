package io.counterfoil.billing.subscription;

import java.util.EnumSet;
import java.util.Set;

/** Where a subscription stands. */
public enum SubscriptionState {
    PENDING,
    TRIAL,
    ACTIVE,
    /** By the customer's wish. */
    PAUSED,
    /** By dunning. */
    SUSPENDED,
    CANCELLED,
    EXPIRED;

    /** The only legal moves. */
    public Set<SubscriptionState> moves() {
        return switch (this) {
            case PENDING -> EnumSet.of(TRIAL, ACTIVE, CANCELLED);
            case TRIAL -> EnumSet.of(ACTIVE, PAUSED, SUSPENDED, CANCELLED);
            case ACTIVE -> EnumSet.of(PAUSED, SUSPENDED, CANCELLED, EXPIRED);
            case PAUSED -> EnumSet.of(ACTIVE, TRIAL, CANCELLED, EXPIRED);
            case SUSPENDED -> EnumSet.of(ACTIVE, TRIAL, PAUSED, CANCELLED, EXPIRED);
            case CANCELLED, EXPIRED -> EnumSet.noneOf(SubscriptionState.class);
        };
    }
}
