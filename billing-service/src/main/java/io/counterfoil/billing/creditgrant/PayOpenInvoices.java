package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditApplied;
import io.counterfoil.billing.customercredit.CreditUse;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.InvoiceState;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.Settlement;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.trace.Correlation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Granted credit pays the oldest open invoices of its customer at once, one after the other, as far as it goes. */
@Dependent
public class PayOpenInvoices {

    private final Invoices invoices;
    private final CustomerCredits credits;
    private final Outbox outbox;

    @Inject
    PayOpenInvoices(Invoices invoices, CustomerCredits credits, Outbox outbox) {
        this.invoices = invoices;
        this.credits = credits;
        this.outbox = outbox;
    }

    /** Pays what is open; answers what is left of the credit. */
    public Credit pay(Credit granted, LocalDate day, Instant at) {
        Credit credit = granted;
        for (Invoice invoice : invoices.lockOpen(credit.customerId(), credit.legalEntityId(), credit.currency())) {
            if (credit.remaining().isPositive()) {
                credit = pay(credit, invoice, day, at);
            }
        }
        return credit;
    }

    private Credit pay(Credit credit, Invoice invoice, LocalDate day, Instant at) {
        Money part = credit.remaining().min(invoice.open());
        CreditUse use = credits.use(credit, invoice.invoiceId(), part, day, at);
        Settlement by = Settlement.of(
                use.applicationId(), invoice, Settlement.Kind.CUSTOMER_CREDIT, part, credit.creditId(), day, at);
        Invoice after = invoice.settle(List.of(by));
        invoices.settled(List.of(after), List.of(by));
        Credit left = credit.use(part);
        Correlation.within(Correlation.current().continuing(invoice.correlationId()), () -> tell(left, use, after));
        return left;
    }

    private void tell(Credit left, CreditUse use, Invoice after) {
        outbox.publish(new CreditApplied(
                left.creditId(),
                left.customerId(),
                left.legalEntityId(),
                left.currency(),
                left.kind(),
                use.applicationId(),
                after.invoiceId(),
                after.number(),
                after.orderReference(),
                after.order().contractId(),
                after.order().contractVersion(),
                use.amount(),
                left.remaining(),
                after.open(),
                after.state().name(),
                use.effectiveDate(),
                use.effectiveAt(),
                Map.of()));
        if (after.state() == InvoiceState.PAID) {
            outbox.publish(after.paid(use.effectiveAt()));
        }
    }
}
