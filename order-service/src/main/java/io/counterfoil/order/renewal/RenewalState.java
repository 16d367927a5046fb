package io.counterfoil.order.renewal;

/** Where a renewal is; {@code ProcessKind.RENEWAL} has the moves. */
public enum RenewalState {
    OFFERING,
    OFFERED,
    RENEWING,
    RENEWED,
    DECLINED,
    LAPSED,
    WITHDRAWN
}
