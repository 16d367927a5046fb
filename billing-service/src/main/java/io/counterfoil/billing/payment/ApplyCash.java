package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoicePaid;
import io.counterfoil.billing.invoice.InvoiceState;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.Settlement;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.Scope;
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
import java.util.stream.Stream;

/** Settles invoices with the money of a payment, and tells of it, within the caller's transaction. */
@Dependent
class ApplyCash {

    private final PaymentRows rows;
    private final Invoices invoices;
    private final Policies policies;
    private final Outbox outbox;

    @Inject
    ApplyCash(PaymentRows rows, Invoices invoices, Policies policies, Outbox outbox) {
        this.rows = rows;
        this.invoices = invoices;
        this.policies = policies;
        this.outbox = outbox;
    }

    /** A new payment settles the invoices one after the other, as far as it goes; payment.settled carries all of it. */
    Payment arrived(Payment payment, List<Invoice> open, LocalDate day) {
        PolicyBook book = book(payment, open);
        Payment left = payment;
        List<Settled> settlements = new ArrayList<>();
        for (Invoice invoice : open) {
            if (left.unapplied().isPositive()) {
                CashTerms.Effect effect = CashTerms.of(book, invoice, day)
                        .settle(invoice.open(), left.unapplied(), invoice.issueDate(), day);
                settlements.add(
                        settlement(payment, invoice, effect, false, day, payment.effectiveAt(), payment.eventId()));
                left = left.apply(effect.cash(), invoice.customerId());
            }
        }
        rows.add(left);
        List<PaymentApplication> applications =
                settlements.stream().map(Settled::application).toList();
        outbox.publish(
                left.settled(applications, CashTerms.versions(book, Scope.of(payment.legalEntityId()), day)),
                payment.eventId());
        write(settlements);
        return left;
    }

    /** Unapplied cash of a payment settles an invoice; payment.applied carries it. */
    PaymentApplication later(Payment payment, Invoice invoice, Money part, LocalDate day, Instant at) {
        UUID eventId = EventIds.next();
        CashTerms.Effect effect = CashTerms.of(book(payment, List.of(invoice)), invoice, day)
                .settle(invoice.open(), part, invoice.issueDate(), day);
        Settled settlement = settlement(payment, invoice, effect, true, day, at, eventId);
        rows.move(payment.apply(effect.cash(), invoice.customerId()));
        write(List.of(settlement));
        return settlement.application();
    }

    private record Settled(PaymentApplication application, List<Settlement> by, Invoice after) {}

    private PolicyBook book(Payment payment, List<Invoice> open) {
        return policies.book(Stream.concat(
                        Stream.of(Scope.of(payment.legalEntityId())),
                        open.stream()
                                .map(invoice -> Scope.of(
                                        invoice.legalEntityId(), invoice.order().contractId())))
                .distinct()
                .toList());
    }

    private static Settled settlement(
            Payment payment,
            Invoice invoice,
            CashTerms.Effect effect,
            boolean later,
            LocalDate day,
            Instant at,
            UUID eventId) {
        PaymentApplication application = PaymentApplication.of(payment, invoice, effect, later, day, at, eventId);
        List<Settlement> by = application.settlements(invoice, application.applicationId(), day, at);
        return new Settled(application, by, invoice.settle(by));
    }

    private void write(List<Settled> settlements) {
        rows.addAll(settlements.stream().map(Settled::application).toList());
        invoices.settled(
                settlements.stream().map(Settled::after).toList(),
                settlements.stream().flatMap(one -> one.by().stream()).toList());
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
