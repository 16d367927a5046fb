package io.counterfoil.billing.payment;

import java.util.List;

/** Where a payment stands. Its application to invoices is a thing of its own. */
public enum PaymentState {
    /** It is on its way. */
    PENDING,
    /** The money is here. */
    SETTLED,
    /** It did not come. */
    FAILED,
    /** The gateway gave no answer; no other attempt before it was asked. */
    UNKNOWN,
    /** Some of it went back. */
    PARTIALLY_REFUNDED,
    /** All of it went back. */
    REFUNDED,
    /** The payer took it back through his bank; nobody has decided yet. */
    DISPUTED,
    /** It was disputed, and came back. */
    WON,
    /** It was disputed, and stays away. */
    LOST,
    /** The bank took it back. */
    RETURNED;

    /** Where it may go from here. */
    public List<PaymentState> moves() {
        return switch (this) {
            case PENDING -> List.of(SETTLED, FAILED, UNKNOWN);
            case UNKNOWN -> List.of(SETTLED, FAILED);
            case SETTLED -> List.of(PARTIALLY_REFUNDED, REFUNDED, DISPUTED, RETURNED);
            case PARTIALLY_REFUNDED -> List.of(REFUNDED, DISPUTED);
            case DISPUTED -> List.of(WON, LOST);
            case FAILED, REFUNDED, WON, LOST, RETURNED -> List.of();
        };
    }

    /** Nobody knows yet whether its money comes. */
    boolean isAwaited() {
        return this == PENDING || this == UNKNOWN;
    }

    /** Its money is here, as far as it did not go back. */
    boolean isHere() {
        return this == SETTLED || this == PARTIALLY_REFUNDED || this == WON;
    }
}
