package io.counterfoil.order.provisioning;

/** Where a hand-off is; {@code ProcessKind} has the moves. */
public enum HandOffState {
    REQUESTED,
    REFUSED,
    PROVISIONED,
    WITHDRAWING,
    WITHDRAWN
}
