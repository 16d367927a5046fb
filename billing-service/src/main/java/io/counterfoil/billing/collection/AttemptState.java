package io.counterfoil.billing.collection;

import java.util.List;

/** Where an attempt stands. */
public enum AttemptState {
    /** It is to be sent. */
    CREATED,
    /** The gateway was asked. */
    PENDING,
    /** The money is here. */
    SUCCEEDED,
    /** It did not come. */
    FAILED,
    /** The gateway gave no answer; no other attempt before it was asked. */
    UNKNOWN;

    /** Where it may go from here. */
    public List<AttemptState> moves() {
        return switch (this) {
            case CREATED -> List.of(PENDING, FAILED);
            case PENDING -> List.of(SUCCEEDED, FAILED, UNKNOWN);
            case UNKNOWN -> List.of(SUCCEEDED, FAILED);
            case SUCCEEDED, FAILED -> List.of();
        };
    }

    boolean hasEnded() {
        return moves().isEmpty();
    }
}
