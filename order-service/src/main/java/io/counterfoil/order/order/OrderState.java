package io.counterfoil.order.order;

import java.util.EnumSet;
import java.util.Set;

/** The states of an order and the only legal moves between them. */
public enum OrderState {
    RECEIVED,
    VALIDATED,
    ACCEPTED,
    ACTIVE,
    COMPLETED,
    REJECTED,
    HELD,
    CANCELLED;

    /** True when nothing more happens. */
    public boolean isFinal() {
        return this == COMPLETED || this == REJECTED || this == CANCELLED;
    }

    /** Before a contract exists an order is rejected; afterwards it is cancelled. */
    boolean isPromised() {
        return this == ACCEPTED || this == ACTIVE;
    }

    /**
     * Where it may go from here.
     *
     * @param heldFrom the state to which a held order goes back; ignored for others
     */
    Set<OrderState> moves(OrderState heldFrom) {
        return switch (this) {
            case RECEIVED -> EnumSet.of(VALIDATED, HELD, REJECTED);
            case VALIDATED -> EnumSet.of(ACCEPTED, HELD, REJECTED);
            case ACCEPTED -> EnumSet.of(ACTIVE, HELD, CANCELLED);
            case ACTIVE -> EnumSet.of(COMPLETED, HELD, CANCELLED);
            case HELD -> EnumSet.of(heldFrom, heldFrom.isPromised() ? CANCELLED : REJECTED);
            case COMPLETED, REJECTED, CANCELLED -> EnumSet.noneOf(OrderState.class);
        };
    }
}
