package io.counterfoil.order.amendment;

/** Where an amendment is; {@code ProcessKind.AMENDMENT} has the moves. */
public enum AmendmentState {
    PREVIEWING,
    AWAITING_CONFIRMATION,
    CHANGING,
    SCHEDULED,
    AWAITING_POSTING,
    COMPLETED,
    REFUSED,
    WITHDRAWN,
    COMPENSATING,
    AWAITING_REVERSAL,
    COMPENSATED
}
