package io.counterfoil.billing.collection;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to collect what is open on an invoice.
 *
 * <p>It is CREATED with the payment of the same id, PENDING as soon as the gateway may have heard of it, and ends SUCCEEDED or
 * FAILED. Where the gateway gave no answer it is UNKNOWN, and there is no other attempt before the gateway was asked.
 *
 * @param number which attempt of its invoice, from 1
 * @param reference the gateway's id; null while it gave none
 * @param ending how it failed, or who said how it ended; its parts may be null
 * @param version grows with every move
 */
record Attempt(
        UUID attemptId,
        UUID invoiceId,
        UUID customerId,
        String legalEntityId,
        Money amount,
        int number,
        Cause cause,
        Method method,
        String reference,
        AttemptState state,
        Ending ending,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        int version) {

    /** Why it was made. */
    enum Cause {
        SCHEDULE,
        DUNNING,
        BY_HAND
    }

    /** The stored method that it uses, as it was when it began. */
    record Method(String gateway, String gatewayCustomer, String gatewayMethod) {}

    /** How it ended. */
    record Ending(Decline decline, String code, String reason, String resolvedBy) {
        static final Ending NONE = new Ending(null, null, null, null);
    }

    Attempt sent() {
        return state == AttemptState.CREATED ? moved(AttemptState.PENDING, reference, ending, null) : this;
    }

    Attempt unknown() {
        return moved(AttemptState.UNKNOWN, reference, ending, null);
    }

    /** The gateway named it. */
    Attempt named(String theirs) {
        return new Attempt(
                attemptId,
                invoiceId,
                customerId,
                legalEntityId,
                amount,
                number,
                cause,
                method,
                theirs,
                state,
                ending,
                startedBy,
                startedAt,
                endedAt,
                version + 1);
    }

    Attempt succeeded(String theirs, String by, Instant at) {
        return moved(AttemptState.SUCCEEDED, theirs, new Ending(null, null, null, by), at);
    }

    Attempt failed(String theirs, String code, String reason, String by, Instant at) {
        return moved(AttemptState.FAILED, theirs, new Ending(Decline.of(code), code, reason, by), at);
    }

    /** Refuses what is only for an attempt of which nobody knows what became. */
    void requireUnknown() {
        if (state != AttemptState.UNKNOWN) {
            throw new IllegalMove("Payment attempt " + attemptId, state, "be resolved by hand", state.moves());
        }
    }

    private Attempt moved(AttemptState to, String theirs, Ending how, Instant at) {
        if (!state.moves().contains(to)) {
            throw new IllegalMove("Payment attempt " + attemptId, state, "become " + to, state.moves());
        }
        return new Attempt(
                attemptId,
                invoiceId,
                customerId,
                legalEntityId,
                amount,
                number,
                cause,
                method,
                theirs,
                to,
                how,
                startedBy,
                startedAt,
                at,
                version + 1);
    }
}
