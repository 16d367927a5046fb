package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.customercredit.CreditUse;
import io.counterfoil.common.http.IllegalMove;
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
 * @param prepaid what prepaid credit took off before anything was to be paid
 * @param open what is not paid yet
 * @param credited what credit memos settled
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
        Money prepaid,
        Money payable,
        Money open,
        Money credited,
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
            Money nationalTax,
            List<CreditUse> credits,
            Corrections corrections,
            Map<String, String> policyVersions) {
        Issued {
            lines = List.copyOf(lines);
            subtotals = List.copyOf(subtotals);
            credits = List.copyOf(credits);
        }
    }

    public String currency() {
        return payable.currency();
    }

    /** The order, or the agreement that stands for one. */
    public UUID orderReference() {
        return order.orderId() == null ? agreementId : order.orderId();
    }

    /** The invoice after all that was done to it at once; what settles is above zero, what opens it again below. */
    public Invoice settle(List<Settlement> settlements) {
        if (state == InvoiceState.VOID || state == InvoiceState.WRITTEN_OFF) {
            throw new IllegalMove("Invoice " + number, state, "be settled", state.moves());
        }
        Money left = open;
        Money memos = credited;
        for (Settlement settlement : settlements) {
            left = left.minus(settlement.amount());
            memos = settlement.kind() == Settlement.Kind.CREDIT_MEMO ? memos.plus(settlement.amount()) : memos;
        }
        if (isBeyond(left)) {
            throw new AmountExceedsInvoice(number, open.minus(left), open);
        }
        return standing(left, memos, stateAt(left, memos));
    }

    /** The invoice after what is open was given up; a part that is disputed stays open until that is decided. */
    public Invoice giveUp(Settlement writeOff) {
        if (!state.moves().contains(InvoiceState.WRITTEN_OFF)) {
            throw new IllegalMove("Invoice " + number, state, "be written off", state.moves());
        }
        Money left = open.minus(writeOff.amount());
        return standing(left, credited, left.isZero() ? InvoiceState.WRITTEN_OFF : InvoiceState.PARTIALLY_PAID);
    }

    /** The invoice after money came for what was given up: as much is open as before. */
    public Invoice recovered(Money stillGivenUp) {
        boolean settled = stillGivenUp.isZero() && open.isZero();
        return standing(open, credited, settled ? InvoiceState.PAID : InvoiceState.PARTIALLY_PAID);
    }

    /** The invoice as it counts no longer. */
    Invoice voided() {
        if (!state.moves().contains(InvoiceState.VOID)) {
            throw new IllegalMove("Invoice " + number, state, "be voided", state.moves());
        }
        return standing(Money.zero(currency()), credited, InvoiceState.VOID);
    }

    /** What is open lies between nothing and all of it, also where all of it is below zero. */
    private boolean isBeyond(Money left) {
        Money whole = payable.isNegative() ? payable.negated() : payable;
        Money rest = payable.isNegative() ? left.negated() : left;
        return rest.isNegative() || rest.compareTo(whole) > 0;
    }

    private InvoiceState stateAt(Money left, Money memos) {
        boolean otherwise = !payable.minus(left).minus(memos).isZero();
        if (left.isZero()) {
            return otherwise || payable.isZero() ? InvoiceState.PAID : InvoiceState.CREDITED;
        }
        return otherwise ? InvoiceState.PARTIALLY_PAID : InvoiceState.ISSUED;
    }

    private Invoice standing(Money left, Money memos, InvoiceState now) {
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
                prepaid,
                payable,
                left,
                memos,
                now,
                effectiveAt,
                correlationId,
                issuedEventId,
                version + 1);
    }

    /** The fact that nothing is open any more. */
    public InvoicePaid paid(Instant at) {
        return new InvoicePaid(invoiceId, number, orderReference(), customerId, legalEntityId, currency(), payable, at);
    }
}
