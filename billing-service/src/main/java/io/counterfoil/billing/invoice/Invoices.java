package io.counterfoil.billing.invoice;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.item.BillableItem;
import io.counterfoil.common.money.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The invoices, as the billing run and payments need them. */
@Dependent
public class Invoices {

    /** Where bills go for which the tax source does not answer: they wait, and are never issued untaxed. */
    public interface Waiting {

        /** Keeps bills until the tax source answers; those that wait already wait longer. */
        void keep(List<Bill> bills, String reason, Instant at);
    }

    private final ComposeBills compose;
    private final BilledLines billed;
    private final InvoiceRows rows;
    private final IssueInvoices issue;
    private final RollUp rollUp;
    private final OverNothing overNothing;
    private final SettlementRows settlements;
    private final InvoiceLineRows lines;

    @Inject
    Invoices(
            ComposeBills compose,
            BilledLines billed,
            InvoiceRows rows,
            IssueInvoices issue,
            RollUp rollUp,
            OverNothing overNothing,
            SettlementRows settlements,
            InvoiceLineRows lines) {
        this.compose = compose;
        this.billed = billed;
        this.rows = rows;
        this.issue = issue;
        this.rollUp = rollUp;
        this.overNothing = overNothing;
        this.settlements = settlements;
        this.lines = lines;
    }

    /** Issues an invoice for each bill that can be taxed, and tells of it, in the current transaction; the others wait. */
    public List<Invoice> issue(List<Bill> bills) {
        List<Bill> issued = overNothing.withAmounts(rollUp.together(bills));
        return issued.isEmpty() ? List.of() : issue.issue(issued);
    }

    /** False for a bill that would be over nothing, and that nobody wants to see. */
    public boolean isIssued(Bill bill) {
        return !overNothing.withAmounts(List.of(bill)).isEmpty();
    }

    /** What invoices over these bills would say; nothing is written and no number is taken. */
    public List<ComposedBill> preview(List<Bill> bills) {
        return bills.isEmpty() ? List.of() : compose.compose(bills);
    }

    /** What these items come to on an invoice of the day, without the tax that their prices include; no source of tax is asked. */
    public List<Money> nets(Agreement agreement, List<BillableItem> items, LocalDate day) {
        return items.isEmpty() ? List.of() : compose.nets(agreement, items, day);
    }

    /** What was billed of these charges and not voided, with what was taken back of it. */
    public List<BilledLine> billed(Collection<UUID> chargeIds) {
        return billed.of(chargeIds);
    }

    /** What was billed once of these charges and not voided, with what is left of it. */
    public List<BilledLine> billedOnce(Collection<UUID> chargeIds) {
        return billed.once(chargeIds);
    }

    /** Locks an invoice until the transaction ends. */
    public Optional<Invoice> lock(UUID invoiceId) {
        return rows.byId(invoiceId, true);
    }

    /** Locks the invoice with a number until the transaction ends. */
    public Optional<Invoice> lock(String number) {
        return rows.byNumber(number, true);
    }

    /** Locks what a customer has open with an entity in a currency, the oldest due first. */
    public List<Invoice> lockOpen(UUID customerId, String legalEntityId, String currency) {
        return rows.lockOpen(customerId, legalEntityId, currency);
    }

    /** Those of these invoices on which something is open, by their ids; nothing is locked. */
    public Map<UUID, Invoice> open(Collection<UUID> invoiceIds) {
        return rows.open(invoiceIds).stream().collect(Collectors.toMap(Invoice::invoiceId, Function.identity()));
    }

    /** The lines of an invoice, in their order. */
    public List<InvoiceLine> lines(Invoice invoice) {
        return lines.lines(invoice);
    }

    /** Writes invoices that were settled or opened again, with what did it. */
    public void settled(List<Invoice> invoices, List<Settlement> by) {
        rows.settle(invoices);
        settlements.addAll(by);
    }

    /** The tax of an invoice in the national currency; empty where that is the document's, or no rate was published. */
    public Optional<Money> nationalTax(Invoice invoice) {
        return rows.nationalTax(invoice);
    }

    /** What settled an invoice, in the order of time. */
    public List<Settlement> settlements(Invoice invoice) {
        return settlements.of(invoice);
    }

    /** Whether a line of another invoice that counts takes back a part of it. */
    public boolean isRepaired(Invoice invoice) {
        return lines.isRepaired(invoice);
    }

    /** What the invoice had billed may be billed again, though it stands: a credit note is over all of it. */
    public void billable(Invoice invoice) {
        lines.countNoLonger(invoice);
    }

    /** Whether what the invoice had billed may be billed again. */
    public boolean isBillable(Invoice invoice) {
        return lines.countsNoLonger(invoice);
    }

    /** Writes that an invoice counts no longer, nor any of its lines. */
    public Invoice voided(Invoice invoice, UUID act, LocalDate day, Instant at) {
        Invoice after = invoice.voided();
        rows.settle(List.of(after));
        if (!invoice.open().isZero()) {
            settlements.addAll(
                    List.of(Settlement.of(act, invoice, Settlement.Kind.VOID, invoice.open(), act, day, at)));
        }
        lines.countNoLonger(after);
        return after;
    }
}
