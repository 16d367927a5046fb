package io.counterfoil.customer.customer;

import io.counterfoil.common.http.IllegalMove;
import java.util.EnumSet;
import java.util.Set;

/**
 * PROSPECT → ACTIVE ⇄ SUSPENDED, any of them → CLOSED, which is the end. Any but CLOSED → MERGED into another customer;
 * only what undoes the merge leads back.
 */
public enum CustomerState {
    PROSPECT,
    ACTIVE,
    SUSPENDED,
    CLOSED,
    MERGED;

    /** Nothing about such a customer changes. */
    public boolean isFinal() {
        return this == CLOSED || this == MERGED;
    }

    /** The states to which a customer may go from here. */
    Set<CustomerState> legalMoves() {
        return switch (this) {
            case PROSPECT -> EnumSet.of(ACTIVE, CLOSED);
            case ACTIVE -> EnumSet.of(SUSPENDED, CLOSED);
            case SUSPENDED -> EnumSet.of(ACTIVE, CLOSED);
            case CLOSED, MERGED -> EnumSet.noneOf(CustomerState.class);
        };
    }

    /** Refuses a move that is not legal, and says which are. */
    void requireMoveTo(CustomerState next, String customerNumber) {
        if (!legalMoves().contains(next)) {
            throw new IllegalMove("customer " + customerNumber, this, "become " + next, legalMoves());
        }
    }
}
