package io.counterfoil.billing.payment;

import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.InvoicesIssued;
import io.counterfoil.billing.policy.Policies;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Money that came before its invoice finds it when it is issued: what names the invoice, then what its customer has
 * unapplied and that names no other, unless payments are applied by hand.
 */
@Dependent
class ApplyWaitingCash {

    private final PaymentRows rows;
    private final Invoices invoices;
    private final ApplyCash cash;
    private final Policies policies;
    private final UnappliedCashDesk desk;

    @Inject
    ApplyWaitingCash(PaymentRows rows, Invoices invoices, ApplyCash cash, Policies policies, UnappliedCashDesk desk) {
        this.rows = rows;
        this.invoices = invoices;
        this.cash = cash;
        this.policies = policies;
        this.desk = desk;
    }

    void issued(@Observes InvoicesIssued issued) {
        Map<String, Invoice> byNumber = issued.invoices().stream()
                .filter(invoice -> invoice.open().isPositive())
                .collect(Collectors.toMap(Invoice::number, invoice -> invoice, (one, same) -> one, TreeMap::new));
        if (byNumber.isEmpty()) {
            return;
        }
        List<Payment> waiting = rows.waiting(
                byNumber.keySet(),
                byNumber.values().stream().map(Invoice::customerId).collect(Collectors.toSet()));
        if (waiting.isEmpty()) {
            return;
        }
        PolicyBook book = policies.book(byNumber.values().stream()
                .map(invoice ->
                        Scope.of(invoice.legalEntityId(), invoice.order().contractId()))
                .collect(Collectors.toSet()));
        byNumber.values().stream().filter(invoice -> !byHand(book, invoice)).forEach(invoice -> waiting.stream()
                .filter(payment -> fits(payment, invoice))
                .forEach(payment ->
                        issued.within(invoice, () -> apply(payment.paymentId(), invoice.invoiceId(), issued.at()))));
    }

    private static boolean byHand(PolicyBook book, Invoice invoice) {
        return book.value(
                        PolicyName.PAYMENT_APPLICATION,
                        Scope.of(invoice.legalEntityId(), invoice.order().contractId()),
                        invoice.issueDate())
                .is("BY_HAND");
    }

    private static boolean fits(Payment payment, Invoice invoice) {
        boolean names = invoice.number().equals(payment.invoiceNumber());
        boolean belongs = invoice.customerId().equals(payment.customerId()) && payment.invoiceNumber() == null;
        return (names || belongs)
                && payment.legalEntityId().equals(invoice.legalEntityId())
                && payment.amount().currency().equals(invoice.currency());
    }

    private void apply(UUID paymentId, UUID invoiceId, Instant at) {
        Payment payment = rows.byId(paymentId, true).orElseThrow();
        Invoice invoice = invoices.lock(invoiceId).orElseThrow();
        if (!payment.state().isHere()
                || !payment.unapplied().isPositive()
                || !invoice.open().isPositive()) {
            return;
        }
        cash.later(payment, invoice, payment.unapplied().min(invoice.open()), invoice.issueDate(), at);
        desk.closeWhenApplied(
                rows.byId(paymentId, false).orElseThrow(), Correlation.current().actor());
    }
}
