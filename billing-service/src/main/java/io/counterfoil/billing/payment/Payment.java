package io.counterfoil.billing.payment;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An attempt to collect money, as the gateway told of it.
 *
 * <p>It arrives SETTLED or FAILED. What of a settled payment finds an invoice is applied to it; the rest is unapplied cash,
 * until finance says where it belongs. A failed one has no effect on money.
 *
 * @param customerId null while nobody knows whose money it is
 * @param invoiceNumber what the payment said it was for; null when it said nothing
 * @param eventId the event that told of it
 * @param version grows with every application
 */
record Payment(
        UUID paymentId,
        String channel,
        String reference,
        String gatewayEventId,
        String legalEntityId,
        UUID customerId,
        Money amount,
        Money unapplied,
        PaymentState state,
        String invoiceNumber,
        LocalDate valueDate,
        Instant effectiveAt,
        Receipt.Failure failure,
        String correlationId,
        UUID eventId,
        int version) {

    /** The payment after an amount of it was applied, by which its customer became known. */
    Payment apply(Money part, UUID invoiceCustomer) {
        if (state != PaymentState.SETTLED) {
            throw new IllegalMove("Payment " + paymentId, state, "be applied", List.of());
        }
        if (!part.isPositive() || part.compareTo(unapplied) > 0) {
            throw new AmountExceedsUnapplied(paymentId, part, unapplied);
        }
        return new Payment(
                paymentId,
                channel,
                reference,
                gatewayEventId,
                legalEntityId,
                customerId == null ? invoiceCustomer : customerId,
                amount,
                unapplied.minus(part),
                state,
                invoiceNumber,
                valueDate,
                effectiveAt,
                failure,
                correlationId,
                eventId,
                version + 1);
    }

    PaymentSettled settled(List<PaymentApplication> applications) {
        return new PaymentSettled(
                paymentId,
                customerId,
                legalEntityId,
                amount.currency(),
                amount,
                channel,
                valueDate,
                reference,
                null,
                applications.stream().map(PaymentSettled.Applied::of).toList(),
                unapplied,
                effectiveAt,
                Map.of(),
                null,
                null,
                null);
    }

    PaymentFailed failed() {
        return new PaymentFailed(
                paymentId,
                customerId,
                legalEntityId,
                amount.currency(),
                amount,
                invoiceNumber,
                reference,
                failure.code(),
                failure.reason(),
                effectiveAt);
    }
}
