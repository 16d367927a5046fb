package io.counterfoil.order.reversal;

/** Where a reversal is; {@code ProcessKind} has the moves of each kind. */
public enum ReversalState {
    REQUESTED,
    ENDING,
    CREDITING,
    AWAITING_POSTING,
    REFUNDING,
    AWAITING_REFUND,
    /** billing-service turned a document down; a person decides. */
    HELD,
    COMPLETED,
    REJECTED,
    /** Two people gave it up; the order may be taken back anew. */
    GIVEN_UP;

    /** Nothing follows. */
    boolean isEnd() {
        return this == COMPLETED || this == REJECTED || this == GIVEN_UP;
    }
}
