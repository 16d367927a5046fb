package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Settlement;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The part of a payment that settles an invoice. Once made it stays.
 *
 * @param eventId the event that carries it to the ledger: payment.settled, or payment.applied when it came from unapplied cash
 */
record PaymentApplication(
        UUID applicationId,
        UUID paymentId,
        UUID invoiceId,
        String invoiceNumber,
        Money amount,
        Money discount,
        Money difference,
        boolean fromUnapplied,
        LocalDate effectiveDate,
        Instant effectiveAt,
        UUID eventId) {

    static PaymentApplication of(
            Payment payment,
            Invoice invoice,
            CashTerms.Effect effect,
            boolean later,
            LocalDate day,
            Instant at,
            UUID eventId) {
        UUID id = EventIds.derived(payment.paymentId(), "application " + invoice.invoiceId() + " " + invoice.version());
        return new PaymentApplication(
                id,
                payment.paymentId(),
                invoice.invoiceId(),
                invoice.number(),
                effect.cash(),
                effect.discount(),
                effect.difference(),
                later,
                day,
                at,
                eventId);
    }

    /** The fact of this application, with the invoice as it stands afterwards. */
    PaymentApplied applied(Invoice after) {
        return new PaymentApplied(
                applicationId,
                paymentId,
                invoiceId,
                invoiceNumber,
                after.orderReference(),
                after.customerId(),
                after.legalEntityId(),
                after.currency(),
                amount,
                after.open(),
                after.state(),
                fromUnapplied,
                effectiveDate,
                effectiveAt,
                orNull(discount),
                orNull(difference));
    }

    /** What it does to its invoice. */
    List<Settlement> settlements(Invoice invoice, UUID act, LocalDate day, Instant at) {
        return Stream.of(
                        Settlement.of(act, invoice, Settlement.Kind.CASH, amount, paymentId, day, at),
                        Settlement.of(act, invoice, Settlement.Kind.DISCOUNT, discount, paymentId, day, at),
                        Settlement.of(act, invoice, Settlement.Kind.DIFFERENCE, difference, paymentId, day, at))
                .filter(settlement -> !settlement.amount().isZero())
                .toList();
    }

    static Money orNull(Money amount) {
        return amount.isZero() ? null : amount;
    }
}
