package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.numbering.Numbers;
import io.counterfoil.billing.tax.TaxQuote;
import io.counterfoil.billing.tax.TaxQuote.LineTax;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A bill with its tax, ready to be issued as soon as it gets a number. */
record InvoiceDraft(Bill bill, TaxQuote quote) {

    Invoice.Issued issue(String number, LocalDate issueDate, Instant at) {
        List<InvoiceLine> lines = IntStream.range(0, bill.items().size())
                .mapToObj(i -> line(i, bill.items().get(i), quote.lines().get(i)))
                .toList();
        List<TaxSubtotal> subtotals = IntStream.range(0, quote.subtotals().size())
                .mapToObj(i -> TaxSubtotal.of(i + 1, quote.subtotals().get(i)))
                .toList();
        Money net = lines.stream().map(InvoiceLine::net).reduce(Money::plus).orElseThrow();
        Money tax = subtotals.stream().map(TaxSubtotal::tax).reduce(Money::plus).orElseThrow();
        return new Invoice.Issued(invoice(number, issueDate, at, net, tax), lines, subtotals);
    }

    private Invoice invoice(String number, LocalDate issueDate, Instant at, Money net, Money tax) {
        Agreement agreement = bill.agreement();
        Money payable = net.plus(tax);
        return new Invoice(
                bill.invoiceId(),
                number,
                Numbers.INVOICES,
                agreement.legalEntityId(),
                agreement.agreementId(),
                new Invoice.Order(
                        agreement.orderId(),
                        agreement.orderNumber(),
                        agreement.contractId(),
                        agreement.contractVersion(),
                        agreement.purchaseOrder()),
                agreement.customerId(),
                agreement.billTo(),
                issueDate,
                bill.day(),
                issueDate.plusDays(agreement.paymentTermsDays()),
                net,
                tax,
                payable,
                payable,
                Money.zero(payable.currency()),
                payable.isZero() ? InvoiceState.PAID : InvoiceState.ISSUED,
                at,
                agreement.correlationId(),
                EventIds.derived(bill.invoiceId(), InvoiceIssued.TYPE),
                1);
    }

    private InvoiceLine line(int index, BillableItem item, LineTax taxed) {
        return new InvoiceLine(
                EventIds.derived(bill.invoiceId(), "line " + (index + 1)),
                index + 1,
                item,
                taxed.applied().rate(),
                taxed.applied().jurisdiction(),
                taxed.tax());
    }
}
