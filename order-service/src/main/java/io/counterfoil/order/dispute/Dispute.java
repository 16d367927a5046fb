package io.counterfoil.order.dispute;

import io.counterfoil.common.money.Money;
import java.util.UUID;

/**
 * An amount of an invoice that a customer disputes.
 *
 * @param amount null until billing-service has said how much is open, where all of it is disputed
 * @param heldAs billing-service's id of it; null until it is held
 */
record Dispute(
        UUID disputeId,
        UUID invoiceId,
        UUID orderId,
        DisputeState state,
        Money amount,
        String reasonCode,
        String reason,
        UUID heldAs,
        UUID creditMemoId,
        String note,
        String raisedBy,
        String decidedBy,
        String correlationId,
        int version) {

    Dispute held(UUID billingId, Money held) {
        return with(DisputeState.OPEN, held, billingId, creditMemoId, note, decidedBy);
    }

    Dispute decided(boolean accepted, String why, String person) {
        if (person.equals(raisedBy)) {
            throw new OwnDispute(disputeId.toString(), person);
        }
        return with(
                accepted ? DisputeState.CREDITING : DisputeState.REJECTING, amount, heldAs, creditMemoId, why, person);
    }

    Dispute credited(UUID memo) {
        return with(DisputeState.AWAITING_POSTING, amount, heldAs, memo, note, decidedBy);
    }

    Dispute reached(DisputeState next, String why) {
        return with(next, amount, heldAs, creditMemoId, why == null ? note : why, decidedBy);
    }

    private Dispute with(DisputeState next, Money held, UUID billingId, UUID memo, String why, String person) {
        return new Dispute(
                disputeId,
                invoiceId,
                orderId,
                next,
                held,
                reasonCode,
                reason,
                billingId,
                memo,
                why,
                raisedBy,
                person,
                correlationId,
                version + 1);
    }
}
