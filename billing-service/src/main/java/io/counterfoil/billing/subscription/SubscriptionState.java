package io.counterfoil.billing.subscription;

import java.util.EnumSet;
import java.util.Set;

/** Where a subscription stands. */
public enum SubscriptionState {
    PENDING,
    ACTIVE,
    CANCELLED,
    EXPIRED;

    /** The only legal moves. */
    Set<SubscriptionState> moves() {
        return switch (this) {
            case PENDING -> EnumSet.of(ACTIVE, CANCELLED);
            case ACTIVE -> EnumSet.of(CANCELLED, EXPIRED);
            case CANCELLED, EXPIRED -> EnumSet.noneOf(SubscriptionState.class);
        };
    }
}
