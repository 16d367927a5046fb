package io.counterfoil.billing.dispute;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Money that a payer took back, and the dispute about it.
 *
 * <p>It is OPEN from the day on which the money went; WON when it came back, LOST when it stays away.
 *
 * @param fromUnapplied what of it had settled no invoice
 */
record Chargeback(
        UUID disputeId,
        UUID paymentId,
        String channel,
        String reference,
        UUID customerId,
        String legalEntityId,
        Money amount,
        Money fromUnapplied,
        ChargebackMode mode,
        DisputeState state,
        String reasonCode,
        String reason,
        LocalDate respondBy,
        LocalDate openedOn,
        LocalDate closedOn,
        Instant effectiveAt,
        String correlationId,
        UUID openedEventId,
        UUID closedEventId,
        Map<String, String> policyVersions,
        int version) {

    Chargeback close(DisputeState to, LocalDate day, UUID eventId) {
        if (!state.moves().contains(to)) {
            throw new IllegalMove("Dispute " + disputeId, state, "become " + to, state.moves());
        }
        return new Chargeback(
                disputeId,
                paymentId,
                channel,
                reference,
                customerId,
                legalEntityId,
                amount,
                fromUnapplied,
                mode,
                to,
                reasonCode,
                reason,
                respondBy,
                openedOn,
                day,
                effectiveAt,
                correlationId,
                openedEventId,
                eventId,
                policyVersions,
                version + 1);
    }
}
