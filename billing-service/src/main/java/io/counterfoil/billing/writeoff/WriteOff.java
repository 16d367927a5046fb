package io.counterfoil.billing.writeoff;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The proposal to give up what is open on an invoice, and what became of it.
 *
 * <p>PROPOSED, then APPROVED or REJECTED; both are final. What was given up can be recovered, in parts, up to all of it.
 *
 * @param proposedBy a person, or {@code dunning}
 * @param decidedBy a person, or {@code policy} below its limit; null until decided
 */
public record WriteOff(
        UUID writeOffId,
        UUID invoiceId,
        UUID customerId,
        String legalEntityId,
        Money amount,
        Money recovered,
        String reasonCode,
        String reason,
        String proposedBy,
        Instant proposedAt,
        State state,
        String decidedBy,
        Instant decidedAt,
        UUID eventId,
        int version) {

    /** Where a write-off stands. */
    public enum State {
        PROPOSED,
        APPROVED,
        REJECTED
    }

    WriteOff approve(Money open, String by, Instant at, UUID fact) {
        refuseUnlessProposed("be approved");
        return decided(State.APPROVED, open, by, at, fact);
    }

    WriteOff reject(String by, Instant at) {
        refuseUnlessProposed("be rejected");
        return decided(State.REJECTED, amount, by, at, null);
    }

    /** What is still given up. */
    public Money left() {
        return amount.minus(recovered);
    }

    WriteOff recover(Money part) {
        if (state != State.APPROVED) {
            throw new IllegalMove("Write-off " + writeOffId, state, "be recovered", moves());
        }
        if (!part.isPositive() || part.compareTo(left()) > 0) {
            throw new AmountExceedsWriteOff(part, left());
        }
        return new WriteOff(
                writeOffId,
                invoiceId,
                customerId,
                legalEntityId,
                amount,
                recovered.plus(part),
                reasonCode,
                reason,
                proposedBy,
                proposedAt,
                state,
                decidedBy,
                decidedAt,
                eventId,
                version + 1);
    }

    private void refuseUnlessProposed(String move) {
        if (state != State.PROPOSED) {
            throw new IllegalMove("Write-off " + writeOffId, state, move, moves());
        }
    }

    private List<State> moves() {
        return state == State.PROPOSED ? List.of(State.APPROVED, State.REJECTED) : List.of();
    }

    private WriteOff decided(State now, Money given, String by, Instant at, UUID fact) {
        return new WriteOff(
                writeOffId,
                invoiceId,
                customerId,
                legalEntityId,
                given,
                recovered,
                reasonCode,
                reason,
                proposedBy,
                proposedAt,
                now,
                by,
                at,
                fact,
                version + 1);
    }
}
