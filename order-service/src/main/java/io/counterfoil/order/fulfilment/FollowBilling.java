package io.counterfoil.order.fulfilment;

import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventDispatch;
import io.counterfoil.common.event.EventHandler;
import io.counterfoil.order.order.HoldReason;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Moves the process on by what billing says. */
@Dependent
class FollowBilling implements EventHandler {

    private final TakeFact takeFact;
    private final HoldOrder holdOrder;

    @Inject
    FollowBilling(TakeFact takeFact, HoldOrder holdOrder) {
        this.takeFact = takeFact;
        this.holdOrder = holdOrder;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                BillingFacts.SUBSCRIPTION_ACTIVATED,
                BillingFacts.INVOICE_ISSUED,
                BillingFacts.INVOICE_PAID,
                BillingFacts.PAYMENT_APPLIED,
                BillingFacts.ORDER_REFUSED);
    }

    @Override
    public void handleRun(List<Envelope> run) {
        run.forEach(event -> EventDispatch.within(event, () -> handle(event)));
    }

    @Override
    public void handle(Envelope event) {
        switch (event.type()) {
            case BillingFacts.SUBSCRIPTION_ACTIVATED -> activated(event);
            case BillingFacts.INVOICE_ISSUED -> issued(event);
            case BillingFacts.INVOICE_PAID -> paid(event);
            case BillingFacts.PAYMENT_APPLIED -> applied(event);
            default -> refused(event);
        }
    }

    private void activated(Envelope event) {
        takeFact.subscriptionActivated(
                event.dataAs(BillingFacts.SubscriptionActivated.class).orderId());
    }

    private void issued(Envelope event) {
        BillingFacts.InvoiceIssued fact = event.dataAs(BillingFacts.InvoiceIssued.class);
        takeFact.invoiceIssued(
                fact.orderId(),
                fact.invoiceId(),
                fact.invoiceNumber(),
                fact.payableAmount(),
                fact.lines().stream()
                        .map(BillingFacts.InvoiceLine::orderLineId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private void paid(Envelope event) {
        BillingFacts.InvoicePaid fact = event.dataAs(BillingFacts.InvoicePaid.class);
        takeFact.invoicePaid(
                fact.orderId(),
                fact.invoiceId(),
                fact.invoiceNumber(),
                ProcessInvoice.Payment.PAID,
                event.position());
    }

    private void applied(Envelope event) {
        BillingFacts.PaymentApplied fact = event.dataAs(BillingFacts.PaymentApplied.class);
        takeFact.invoicePaid(
                fact.orderId(),
                fact.invoiceId(),
                fact.invoiceNumber(),
                payment(fact.invoiceState()),
                event.position());
    }

    private static ProcessInvoice.Payment payment(String invoiceState) {
        return switch (invoiceState) {
            case "PAID" -> ProcessInvoice.Payment.PAID;
            case "PARTIALLY_PAID" -> ProcessInvoice.Payment.PARTIALLY_PAID;
            default -> ProcessInvoice.Payment.UNPAID;
        };
    }

    private void refused(Envelope event) {
        BillingFacts.OrderRefused fact = event.dataAs(BillingFacts.OrderRefused.class);
        holdOrder.hold(
                fact.orderId(), new HoldReason(fact.reasonCode(), fact.reason(), fact.owner(), fact.remedy(), null));
    }
}
