package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoicePaid;
import io.counterfoil.billing.invoice.InvoiceState;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.Settlement;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.event.Outbox.Addressed;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trace.Traces;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Settles invoices with the money of a payment, and tells of it, within the caller's transaction. */
@Dependent
class ApplyCash {

    private final PaymentRows rows;
    private final Invoices invoices;
    private final Outbox outbox;

    @Inject
    ApplyCash(PaymentRows rows, Invoices invoices, Outbox outbox) {
        this.rows = rows;
        this.invoices = invoices;
        this.outbox = outbox;
    }

    /** A new payment settles the invoices one after the other, as far as it goes; payment.settled carries all of it. */
    Payment arrived(Payment payment, List<Invoice> open, LocalDate day) {
        Payment left = payment;
        List<Settled> settlements = new ArrayList<>();
        for (Invoice invoice : open) {
            if (left.unapplied().isPositive()) {
                Money part = left.unapplied().min(invoice.open());
                settlements.add(
                        settlement(payment, invoice, part, false, day, payment.effectiveAt(), payment.eventId()));
                left = left.apply(part, invoice.customerId());
            }
        }
        rows.add(left);
        List<PaymentApplication> applications =
                settlements.stream().map(Settled::application).toList();
        outbox.publish(left.settled(applications), payment.eventId());
        write(settlements);
        return left;
    }

    /** Unapplied cash of a payment settles an invoice; payment.applied carries it. */
    PaymentApplication later(Payment payment, Invoice invoice, Money part, LocalDate day, Instant at) {
        UUID eventId = EventIds.next();
        Settled settlement = settlement(payment, invoice, part, true, day, at, eventId);
        rows.applied(payment.apply(part, invoice.customerId()));
        write(List.of(settlement));
        return settlement.application();
    }

    private record Settled(PaymentApplication application, Settlement by, Invoice after) {}

    private static Settled settlement(
            Payment payment, Invoice invoice, Money part, boolean later, LocalDate day, Instant at, UUID eventId) {
        PaymentApplication application = PaymentApplication.of(payment, invoice, part, later, day, at, eventId);
        Settlement by = Settlement.of(
                application.applicationId(), invoice, Settlement.Kind.CASH, part, payment.paymentId(), day, at);
        return new Settled(application, by, invoice.settle(List.of(by)));
    }

    private void write(List<Settled> settlements) {
        rows.addAll(settlements.stream().map(Settled::application).toList());
        invoices.settled(
                settlements.stream().map(Settled::after).toList(),
                settlements.stream().map(Settled::by).toList());
        outbox.publishAll(
                settlements.stream().flatMap(one -> facts(one).stream()).toList());
    }

    private static List<Addressed> facts(Settled settlement) {
        PaymentApplication application = settlement.application();
        Invoice invoice = settlement.after();
        Correlation correlation = Correlation.current().continuing(invoice.correlationId());
        String trace = Traces.currentParent();
        UUID appliedEvent = application.fromUnapplied()
                ? application.eventId()
                : EventIds.derived(application.applicationId(), PaymentApplied.TYPE);
        List<Addressed> facts = new ArrayList<>();
        facts.add(new Addressed(appliedEvent, application.applied(invoice), correlation, trace));
        if (invoice.state() == InvoiceState.PAID) {
            facts.add(new Addressed(
                    EventIds.derived(application.applicationId(), InvoicePaid.TYPE),
                    invoice.paid(application.effectiveAt()),
                    correlation,
                    trace));
        }
        return facts;
    }
}
