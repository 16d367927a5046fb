package io.counterfoil.billing.refund;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Money that is to go back to a customer.
 *
 * <p>It is REQUESTED, or APPROVED at once when it is small. The gateway is asked (PENDING), or finance pays it by hand. What
 * it takes from payment, memo or credit is booked when it is PAID, and never before. An attempt without an answer is
 * UNKNOWN until the gateway was asked what it did.
 *
 * @param from where the money comes from
 * @param gatewayReference the gateway's or the bank's own id; null before the payment
 */
record Refund(
        UUID refundId,
        From from,
        UUID customerId,
        String legalEntityId,
        Money amount,
        RefundPaid.Mode mode,
        String channel,
        RefundState state,
        Why why,
        String gatewayReference,
        String failureCode,
        String failureReason,
        LocalDate valueDate,
        Instant effectiveAt,
        String correlationId,
        UUID eventId,
        Map<String, String> policyVersions,
        int version) {

    /**
     * Where the money comes from: a payment, or what a memo or a credit owes, paid back by way of a payment or by hand.
     *
     * @param invoiceId the only invoice that is concerned; null is all
     */
    record From(UUID paymentId, UUID creditMemoId, UUID creditId, UUID invoiceId) {

        boolean isPaymentItself() {
            return creditMemoId == null && creditId == null;
        }
    }

    /** Why it was made, and who wanted it. */
    record Why(String reasonCode, String reason, String requestedBy, String approvedBy) {}

    Refund approve(String person) {
        Why agreed = new Why(why.reasonCode(), why.reason(), why.requestedBy(), person);
        return move(RefundState.APPROVED, "be approved", agreed, gatewayReference, null, null);
    }

    Refund reject(String person) {
        Why refused = new Why(why.reasonCode(), why.reason(), why.requestedBy(), person);
        return move(RefundState.REJECTED, "be rejected", refused, gatewayReference, null, null);
    }

    Refund pending() {
        return move(RefundState.PENDING, "be paid", why, gatewayReference, null, null);
    }

    Refund unknown() {
        return move(RefundState.UNKNOWN, "become unknown", why, gatewayReference, null, null);
    }

    Refund failed(String reference, String code, String reason) {
        return move(RefundState.FAILED, "fail", why, reference, code, reason);
    }

    Refund paid(String reference, LocalDate day, Instant at, RefundPaid.Mode by) {
        Refund paid = move(RefundState.PAID, "be paid", why, reference, null, null);
        return new Refund(
                refundId,
                from,
                customerId,
                legalEntityId,
                amount,
                by,
                channel,
                paid.state,
                why,
                reference,
                null,
                null,
                day,
                at,
                correlationId,
                eventId,
                policyVersions,
                paid.version);
    }

    private Refund move(RefundState to, String words, Why now, String reference, String code, String reason) {
        if (!state.moves().contains(to)) {
            throw new IllegalMove("Refund " + refundId, state, words, state.moves());
        }
        return new Refund(
                refundId,
                from,
                customerId,
                legalEntityId,
                amount,
                mode,
                channel,
                to,
                now,
                reference,
                code,
                reason,
                valueDate,
                effectiveAt,
                correlationId,
                eventId,
                policyVersions,
                version + 1);
    }
}
