package io.counterfoil.billing.payment;

import io.counterfoil.billing.document.ReversedApplication;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.PaymentJson.Why;
import io.counterfoil.billing.payment.TakeCashBack.Act;
import io.counterfoil.billing.payment.Withdrawal.Taken;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The bank took a payment back: its invoices owe it again. */
@UseCase
class ReturnPayment {

    private final PaymentRows rows;
    private final Payments payments;
    private final LegalEntities entities;
    private final UnappliedCashDesk desk;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    ReturnPayment(
            PaymentRows rows,
            Payments payments,
            LegalEntities entities,
            UnappliedCashDesk desk,
            Outbox outbox,
            BusinessClock clock) {
        this.rows = rows;
        this.payments = payments;
        this.entities = entities;
        this.desk = desk;
        this.outbox = outbox;
        this.clock = clock;
    }

    Payment handle(UUID paymentId, Why why) {
        Payment payment = rows.byId(paymentId, true).orElseThrow(() -> new NotFound("payment", paymentId));
        Instant now = clock.now();
        LocalDate today = entities.byId(payment.legalEntityId()).dateAt(now);
        UUID eventId = EventIds.derived(paymentId, PaymentReturned.TYPE);
        Act act = new Act(eventId, ReversalCause.RETURNED, null, true, true, today, now);
        Withdrawal away = payments.withdraw(
                payment,
                payment.amount(),
                act,
                PaymentState.RETURNED,
                Money.zero(payment.amount().currency()));
        return Correlation.within(Correlation.current().continuing(payment.correlationId()), () -> {
            outbox.publish(told(away, why, today, now), eventId);
            desk.closeWhenApplied(away.payment(), Correlation.current().actor());
            return away.payment();
        });
    }

    private static PaymentReturned told(Withdrawal away, Why why, LocalDate today, Instant now) {
        Payment payment = away.payment();
        return new PaymentReturned(
                payment.paymentId(),
                payment.customerId(),
                payment.legalEntityId(),
                payment.amount().currency(),
                payment.amount(),
                null,
                null,
                payment.channel(),
                today,
                payment.reference(),
                why.reasonCode(),
                why.reason(),
                away.taken().stream().map(ReturnPayment::told).toList(),
                away.fromUnapplied(),
                now,
                Map.of());
    }

    private static ReversedApplication told(Taken taken) {
        return new ReversedApplication(
                taken.applicationId(),
                taken.invoice().invoiceId(),
                taken.invoice().number(),
                taken.amount(),
                PaymentApplication.orNull(taken.discount()),
                PaymentApplication.orNull(taken.difference()),
                taken.invoice().open());
    }
}
