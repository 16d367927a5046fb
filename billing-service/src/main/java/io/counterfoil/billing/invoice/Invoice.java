package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a customer owes, as it was issued.
 *
 * <p>It is born ISSUED: with its number, its lines and its tax, all immutable from then on (the database refuses any
 * change of them). Money that is applied to it makes it PARTIALLY_PAID and, when nothing is open any more, PAID. An invoice
 * over nothing is PAID at once. Whoever wants another content issues another document.
 *
 * @param rounding what rounding the total to its step adds to it
 * @param open what is not paid yet
 * @param version grows with every application
 */
public record Invoice(
        UUID invoiceId,
        String number,
        String series,
        String legalEntityId,
        UUID agreementId,
        Order order,
        UUID customerId,
        BillTo billTo,
        LocalDate issueDate,
        LocalDate taxPointDate,
        LocalDate dueDate,
        Money net,
        Money tax,
        Money rounding,
        Money payable,
        Money open,
        InvoiceState state,
        Instant effectiveAt,
        String correlationId,
        UUID issuedEventId,
        int version) {

    /** UNCL 1001: commercial invoice. */
    static final String DOCUMENT_TYPE = "380";

    /** The contract that it bills, and the order; both its id and its number are null where none made it. */
    public record Order(UUID orderId, String orderNumber, UUID contractId, int contractVersion, String purchaseOrder) {}

    /** An invoice with all that was issued with it. */
    record Issued(
            Invoice invoice,
            List<InvoiceLine> lines,
            List<TaxSubtotal> subtotals,
            Map<String, String> policyVersions) {
        Issued {
            lines = List.copyOf(lines);
            subtotals = List.copyOf(subtotals);
        }
    }

    public String currency() {
        return payable.currency();
    }

    /** The invoice after an amount was applied to it. */
    public Invoice settle(Money amount) {
        if (!amount.isPositive() || amount.compareTo(open) > 0) {
            throw new AmountExceedsInvoice(number, amount, open);
        }
        Money left = open.minus(amount);
        return new Invoice(
                invoiceId,
                number,
                series,
                legalEntityId,
                agreementId,
                order,
                customerId,
                billTo,
                issueDate,
                taxPointDate,
                dueDate,
                net,
                tax,
                rounding,
                payable,
                left,
                left.isZero() ? InvoiceState.PAID : InvoiceState.PARTIALLY_PAID,
                effectiveAt,
                correlationId,
                issuedEventId,
                version + 1);
    }

    /** The fact that nothing is open any more. */
    public InvoicePaid paid(Instant at) {
        return new InvoicePaid(invoiceId, number, order.orderId(), customerId, legalEntityId, currency(), payable, at);
    }
}
