package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.legalentity.LegalEntities;
import io.counterfoil.billing.payment.PaymentJson.Why;
import io.counterfoil.billing.payment.TakeCashBack.Act;
import io.counterfoil.billing.payment.Withdrawal.Taken;
import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Finance takes cash off an invoice: it is unapplied again, the invoice owes it again. */
@UseCase
class UnapplyPayment {

    private final PaymentRows rows;
    private final TakeCashBack cash;
    private final LegalEntities entities;
    private final UnappliedCashDesk desk;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    UnapplyPayment(
            PaymentRows rows,
            TakeCashBack cash,
            LegalEntities entities,
            UnappliedCashDesk desk,
            Outbox outbox,
            BusinessClock clock) {
        this.rows = rows;
        this.cash = cash;
        this.entities = entities;
        this.desk = desk;
        this.outbox = outbox;
        this.clock = clock;
    }

    Payment handle(UUID paymentId, UUID applicationId, Why why) {
        Payment payment = rows.byId(paymentId, true).orElseThrow(() -> new NotFound("payment", paymentId));
        Instant now = clock.now();
        LocalDate today = entities.byId(payment.legalEntityId()).dateAt(now);
        UUID act = EventIds.derived(applicationId, "unapply " + payment.version());
        Taken taken = cash.application(
                payment, applicationId, new Act(act, ReversalCause.UNAPPLIED, null, true, true, today, now));
        Payment after = payment.unapply(taken.amount());
        rows.move(after);
        return Correlation.within(
                Correlation.current().continuing(taken.invoice().correlationId()), () -> {
                    outbox.publish(told(after, taken, why, today, now));
                    desk.open(
                            after, "it was taken off invoice " + taken.invoice().number());
                    return after;
                });
    }

    private static PaymentUnapplied told(Payment payment, Taken taken, Why why, LocalDate today, Instant now) {
        Invoice invoice = taken.invoice();
        return new PaymentUnapplied(
                payment.paymentId(),
                invoice.customerId(),
                payment.legalEntityId(),
                invoice.currency(),
                taken.applicationId(),
                invoice.invoiceId(),
                invoice.number(),
                invoice.orderReference(),
                invoice.order().contractId(),
                invoice.order().contractVersion(),
                taken.amount(),
                PaymentApplication.orNull(taken.discount()),
                PaymentApplication.orNull(taken.difference()),
                invoice.open(),
                invoice.state().name(),
                payment.unapplied(),
                why.reasonCode(),
                why.reason(),
                today,
                now,
                Map.of());
    }
}
