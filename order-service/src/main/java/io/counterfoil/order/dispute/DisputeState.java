package io.counterfoil.order.dispute;

/** Where a dispute is; {@code ProcessKind} has the moves. */
public enum DisputeState {
    OPENING,
    OPEN,
    CREDITING,
    AWAITING_POSTING,
    REJECTING,
    ACCEPTED,
    REJECTED,
    REFUSED
}
