package io.counterfoil.billing.payment;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Money of a customer, or the attempt to get it.
 *
 * <p>It is PENDING while the gateway works on it and UNKNOWN when that gave no answer; it ends SETTLED or FAILED. What of a
 * settled payment finds an invoice is applied to it; the rest is unapplied cash, until an invoice or finance says where it
 * belongs. Later it may go back: refunded in parts, returned by the bank, disputed by the payer and won or lost.
 *
 * @param customerId null while nobody knows whose money it is
 * @param unapplied what settles nothing yet
 * @param balances what went back
 * @param invoiceNumber what the payment said it was for; null when it said nothing
 * @param conversion what the gateway made of it; null when it did not say
 * @param eventId the event that told of it
 * @param version grows with every act
 */
public record Payment(
        UUID paymentId,
        String channel,
        String reference,
        String gatewayEventId,
        String legalEntityId,
        UUID customerId,
        Money amount,
        Money unapplied,
        Balances balances,
        PaymentState state,
        String invoiceNumber,
        LocalDate valueDate,
        Instant effectiveAt,
        Receipt.Failure failure,
        Receipt.Conversion conversion,
        String correlationId,
        UUID eventId,
        int version) {

    /**
     * What went away of a payment.
     *
     * @param refunded given back by refunds, whether or not they opened an invoice again
     * @param withdrawn gone from its invoices or from what was unapplied
     * @param fee what the gateway kept; null when it did not say
     */
    public record Balances(Money refunded, Money withdrawn, Money fee) {

        static Balances none(String currency, Money fee) {
            return new Balances(Money.zero(currency), Money.zero(currency), fee);
        }
    }

    /** What may still be given back. */
    public Money refundable() {
        boolean may = state == PaymentState.SETTLED || state == PaymentState.PARTIALLY_REFUNDED;
        return may ? amount.minus(balances.refunded()) : Money.zero(amount.currency());
    }

    /** The payment after an amount of it was applied, by which its customer became known. */
    Payment apply(Money part, UUID invoiceCustomer) {
        if (!state.isHere()) {
            throw new IllegalMove("Payment " + paymentId, state, "be applied", state.moves());
        }
        if (!part.isPositive() || part.compareTo(unapplied) > 0) {
            throw new AmountExceedsUnapplied(paymentId, part, unapplied);
        }
        UUID owner = customerId == null ? invoiceCustomer : customerId;
        return with(state, owner, unapplied.minus(part), balances);
    }

    /** An application was taken back; its cash is unapplied again. */
    Payment unapply(Money part) {
        if (!state.isHere()) {
            throw new IllegalMove("Payment " + paymentId, state, "be unapplied", state.moves());
        }
        return with(state, customerId, unapplied.plus(part), balances);
    }

    /** Money of it went away: so much out of what was unapplied, so much off its invoices. */
    Payment withdraw(PaymentState to, Money refund, Money fromUnapplied, Money offInvoices) {
        requireMove(to);
        Balances now = new Balances(
                balances.refunded().plus(refund),
                balances.withdrawn().plus(fromUnapplied).plus(offInvoices),
                balances.fee());
        return with(to, customerId, unapplied.minus(fromUnapplied), now);
    }

    /** Refuses a move that is not legal from here. */
    void requireMove(PaymentState to) {
        boolean again = to == state && state == PaymentState.PARTIALLY_REFUNDED;
        if (!again && !state.moves().contains(to)) {
            throw new IllegalMove("Payment " + paymentId, state, "become " + to, state.moves());
        }
    }

    /** The gateway gave no answer to an attempt. */
    Payment unknown() {
        requireMove(PaymentState.UNKNOWN);
        return with(PaymentState.UNKNOWN, customerId, unapplied, balances);
    }

    /** A dispute was lost: what went away stays away. */
    Payment move(PaymentState to) {
        return withdraw(
                to, Money.zero(amount.currency()), Money.zero(amount.currency()), Money.zero(amount.currency()));
    }

    private Payment with(PaymentState to, UUID owner, Money rest, Balances now) {
        return new Payment(
                paymentId,
                channel,
                reference,
                gatewayEventId,
                legalEntityId,
                owner,
                amount,
                rest,
                now,
                to,
                invoiceNumber,
                valueDate,
                effectiveAt,
                failure,
                conversion,
                correlationId,
                eventId,
                version + 1);
    }

    PaymentSettled settled(List<PaymentApplication> applications, Map<String, String> policyVersions) {
        return new PaymentSettled(
                paymentId,
                customerId,
                legalEntityId,
                amount.currency(),
                amount,
                channel,
                valueDate,
                reference,
                balances.fee(),
                applications.stream().map(PaymentSettled.Applied::of).toList(),
                unapplied,
                effectiveAt,
                policyVersions,
                conversion == null ? null : amount,
                conversion == null ? null : conversion.settled(),
                conversion == null ? null : conversion.rate());
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
