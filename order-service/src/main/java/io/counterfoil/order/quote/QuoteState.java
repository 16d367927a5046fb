package io.counterfoil.order.quote;

/** Where a quote is; {@code ProcessKind.QUOTE} has the moves. */
public enum QuoteState {
    PRICING,
    AWAITING_APPROVAL,
    APPROVED,
    CONVERTED,
    REJECTED,
    WITHDRAWN,
    EXPIRED
}
