package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.customercredit.CreditUse;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.billing.numbering.Numbers;
import io.counterfoil.billing.policy.PolicyBook;
import io.counterfoil.billing.policy.PolicyName;
import io.counterfoil.billing.policy.Scope;
import io.counterfoil.billing.tax.TaxQuote;
import io.counterfoil.billing.tax.TaxQuote.Part;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A bill with all its amounts: everything of an invoice but its number. Pure, so that a preview says what the invoice will.
 *
 * @param nationalTax the tax in the national currency, where that is another; else null
 * @param rounding what rounding the total to the policy's step adds
 * @param total what is to be paid before any credit is used
 * @param credits the credit that it uses
 * @param corrections what of earlier invoices it corrects; known when it is issued
 * @param policyVersions the policies that decided something on it
 */
public record ComposedBill(
        Bill bill,
        List<InvoiceLine> lines,
        List<TaxSubtotal> subtotals,
        Money net,
        Money tax,
        Money nationalTax,
        Money rounding,
        Money total,
        List<CreditUse> credits,
        Corrections corrections,
        Map<String, String> policyVersions) {

    private static final PolicyName[] USED = {
        PolicyName.TAX_ROUNDING,
        PolicyName.ROUNDING_LINE,
        PolicyName.ROUNDING_TAX,
        PolicyName.ROUNDING_PAYABLE,
        PolicyName.CREDIT_MODE
    };

    public ComposedBill {
        lines = List.copyOf(lines);
        subtotals = List.copyOf(subtotals);
        credits = List.copyOf(credits);
    }

    static ComposedBill of(Bill bill, TaxQuote quote, PolicyBook policies) {
        List<InvoiceLine> lines = lines(bill, quote);
        List<TaxSubtotal> subtotals = IntStream.range(0, quote.subtotals().size())
                .mapToObj(i -> TaxSubtotal.of(i + 1, quote.subtotals().get(i)))
                .toList();
        Money net = lines.stream().map(InvoiceLine::net).reduce(Money::plus).orElseThrow();
        Money tax = subtotals.stream().map(TaxSubtotal::tax).reduce(Money::plus).orElseThrow();
        Money total = net.plus(tax);
        Scope scope = scope(bill.agreement());
        Money payable =
                policies.value(PolicyName.ROUNDING_PAYABLE, scope, bill.day()).rounded(total);
        return new ComposedBill(
                bill,
                lines,
                subtotals,
                net,
                tax,
                quote.national() == null ? null : quote.national().tax(),
                payable.minus(total),
                payable,
                List.of(),
                Corrections.NONE,
                policies.versions(scope, bill.day(), USED));
    }

    static Scope scope(Agreement agreement) {
        return Scope.of(agreement.legalEntityId(), agreement.contractId());
    }

    UUID invoiceId() {
        return bill.invoiceId();
    }

    /** The same bill after it found credit. */
    ComposedBill with(List<CreditUse> found) {
        List<CreditUse> all = Stream.concat(credits.stream(), found.stream()).toList();
        return found.isEmpty() ? this : with(all, corrections);
    }

    /** The same bill, as what it is. */
    ComposedBill correcting(Corrections of) {
        return with(credits, of);
    }

    private ComposedBill with(List<CreditUse> uses, Corrections of) {
        return new ComposedBill(
                bill, lines, subtotals, net, tax, nationalTax, rounding, total, uses, of, policyVersions);
    }

    /** What is left to be paid. */
    Money open() {
        return total.minus(used(CreditKind.PREPAID)).minus(used(CreditKind.CUSTOMER_CREDIT));
    }

    private Money used(CreditKind kind) {
        return credits.stream()
                .filter(use -> use.kind() == kind)
                .map(CreditUse::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
    }

    Invoice.Issued issue(String number, LocalDate issueDate, Instant at) {
        return new Invoice.Issued(
                invoice(number, issueDate, at), lines, subtotals, nationalTax, credits, corrections, policyVersions);
    }

    private Invoice invoice(String number, LocalDate issueDate, Instant at) {
        Agreement agreement = bill.agreement();
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
                rounding,
                used(CreditKind.PREPAID),
                total.minus(used(CreditKind.PREPAID)),
                open(),
                Money.zero(total.currency()),
                state(),
                at,
                agreement.correlationId(),
                EventIds.derived(bill.invoiceId(), InvoiceIssued.TYPE),
                1);
    }

    private InvoiceState state() {
        if (open().isZero()) {
            return InvoiceState.PAID;
        }
        return used(CreditKind.CUSTOMER_CREDIT).isZero() ? InvoiceState.ISSUED : InvoiceState.PARTIALLY_PAID;
    }

    private static List<InvoiceLine> lines(Bill bill, TaxQuote quote) {
        List<InvoiceLine> lines = new ArrayList<>(bill.items().size());
        for (int item = 0; item < bill.items().size(); item++) {
            List<Part> parts = quote.lines().get(item).parts();
            for (int part = 0; part < parts.size(); part++) {
                lines.add(line(bill, lines.size(), bill.items().get(item), part, parts.get(part)));
            }
        }
        return lines;
    }

    private static InvoiceLine line(Bill bill, int index, BillableItem item, int part, Part taxed) {
        return new InvoiceLine(
                EventIds.derived(bill.invoiceId(), "line " + (index + 1)),
                index + 1,
                item.taxed(part, taxed.period(), taxed.net(), taxed.applied().category()),
                taxed.applied().rate(),
                taxed.applied().jurisdiction(),
                taxed.tax(),
                taxed.applied().inclusive());
    }
}
