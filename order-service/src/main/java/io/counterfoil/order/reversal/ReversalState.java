package io.counterfoil.order.reversal;

/** Where a reversal is; {@code ProcessKind} has the moves of each kind. */
public enum ReversalState {
    REQUESTED,
    ENDING,
    CREDITING,
    AWAITING_POSTING,
    REFUNDING,
    AWAITING_REFUND,
    COMPLETED,
    REJECTED
}
