package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditOrigin;
import io.counterfoil.billing.customercredit.CustomerCredits;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.invoice.Invoice;
import io.counterfoil.billing.invoice.Invoices;
import io.counterfoil.billing.invoice.InvoicesIssued;
import io.counterfoil.billing.invoice.Settlement;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What issued invoices leave as credit: one below zero all of it, a line that sold prepaid credit its net amount, and what its
 * plan gives beyond that as a present.
 */
@Dependent
class CreditOfInvoices {

    private final CustomerCredits credits;
    private final PayOpenInvoices open;
    private final Invoices invoices;
    private final BoughtCredit bought;

    @Inject
    CreditOfInvoices(CustomerCredits credits, PayOpenInvoices open, Invoices invoices, BoughtCredit bought) {
        this.credits = credits;
        this.open = open;
        this.invoices = invoices;
        this.bought = bought;
    }

    void issued(@Observes InvoicesIssued issued) {
        issued.invoices().stream()
                .filter(invoice -> invoice.open().isNegative())
                .forEach(invoice -> issued.within(invoice, () -> credit(invoice, issued.at())));
        issued.prepaid().forEach(line -> issued.within(line.invoice(), () -> prepaid(line, issued.at())));
    }

    private void credit(Invoice invoice, Instant at) {
        LocalDate day = invoice.issueDate();
        Credit credit = credit(
                invoice,
                CreditOrigin.NEGATIVE_INVOICE,
                invoice.invoiceId(),
                invoice.open().negated(),
                null,
                at);
        Settlement by = Settlement.of(
                credit.creditId(), invoice, Settlement.Kind.BALANCE, invoice.open(), credit.creditId(), day, at);
        invoices.settled(List.of(invoice.settle(List.of(by))), List.of(by));
        credits.add(credit, Map.of());
        open.pay(credit, day, at);
    }

    private void prepaid(InvoicesIssued.Prepaid line, Instant at) {
        Invoice invoice = line.invoice();
        LocalDate lasts = bought.lasts(line.item(), invoice.issueDate());
        credits.add(credit(invoice, CreditOrigin.PREPAID_PURCHASE, line.lineId(), line.net(), lasts, at), Map.of());
        bought.beyond(line.item())
                .map(more -> credit(invoice, CreditOrigin.GRANT, line.lineId(), more, lasts, at))
                .ifPresent(bonus -> credits.add(bonus, Map.of()));
    }

    private static Credit credit(
            Invoice invoice, CreditOrigin origin, UUID source, Money amount, LocalDate expiresOn, Instant at) {
        boolean isBought = origin == CreditOrigin.PREPAID_PURCHASE;
        return new Credit(
                EventIds.derived(source, origin == CreditOrigin.GRANT ? "bonus" : "credit"),
                invoice.legalEntityId(),
                invoice.customerId(),
                isBought ? CreditKind.PREPAID : CreditKind.CUSTOMER_CREDIT,
                origin,
                source,
                invoice.number(),
                Credit.State.GRANTED,
                amount,
                amount,
                Money.zero(amount.currency()),
                origin == CreditOrigin.GRANT ? "PREPAID_BONUS" : origin.name(),
                null,
                expiresOn,
                Credit.USUAL_PRIORITY,
                "billing",
                null,
                invoice.issueDate(),
                at,
                invoice.correlationId(),
                1);
    }
}
