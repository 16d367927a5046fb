package io.counterfoil.billing.dispute;

import java.util.List;

/** Where the dispute about a chargeback stands. */
public enum DisputeState {
    /** Nobody has decided yet. */
    OPEN,
    /** The money came back. */
    WON,
    /** The money stays away. */
    LOST;

    /** Where it may go from here. */
    public List<DisputeState> moves() {
        return this == OPEN ? List.of(WON, LOST) : List.of();
    }
}
