package io.counterfoil.billing.refund;

import java.util.List;

/** Where a refund stands. */
public enum RefundState {
    /** A second person has to agree. */
    REQUESTED,
    /** It may be paid. */
    APPROVED,
    /** The gateway was asked to pay. */
    PENDING,
    /** The money is gone. */
    PAID,
    /** It will not be paid. */
    FAILED,
    /** The gateway gave no answer; it is asked what it did before anything is repeated. */
    UNKNOWN,
    /** Nobody agreed. */
    REJECTED;

    /** Where it may go from here. */
    public List<RefundState> moves() {
        return switch (this) {
            case REQUESTED -> List.of(APPROVED, REJECTED);
            case APPROVED -> List.of(PENDING, PAID);
            case PENDING -> List.of(PAID, FAILED, UNKNOWN);
            case UNKNOWN -> List.of(PAID, FAILED);
            case PAID, FAILED, REJECTED -> List.of();
        };
    }
}
