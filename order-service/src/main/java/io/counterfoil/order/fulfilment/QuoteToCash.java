package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Versioned;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.HoldReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The way of one order from its channel to the ledger and back.
 *
 * <pre>
 *   deal won ──► FETCHING ──► RESOLVING_CUSTOMER ──► AWAITING_ACTIVATION ──► AWAITING_INVOICE ──► AWAITING_POSTING
 *   direct order ───────────────────▲                 subscription.activated     invoice.issued      journal.posted │
 *                                                                                                                   ▼
 *   any of these ⇄ HELD (a person or a dependency)                            COMPLETED ◄── acknowledged ── WRITING_BACK
 *   before a contract ──► REJECTED        as a whole ──► CANCELLED
 * </pre>
 *
 * <p>Facts of billing and ledger may come in any order: each is kept, and the process goes as far as all of them together
 * allow. The CRM is told of what it holds, of how it ends, and of payments later; what it has acknowledged is kept, so that
 * only differences are written, one write at a time.
 */
class QuoteToCash implements Versioned {

    private final UUID orderId;
    private final String orderNumber;
    private final ExternalReference externalReference;
    private final String correlationId;
    private final CrmMirror crm;
    private final ProcessPath path;
    private final List<ProcessInvoice> invoices;
    private ProcessState state;
    private Waiting waiting;
    private CustomerClaim claim;
    private int lineCount;
    private boolean startsLater;
    private boolean activated;
    private int version;

    private QuoteToCash(
            UUID orderId, String orderNumber, ExternalReference external, String correlationId, boolean hasCrm) {
        this.orderId = orderId;
        this.orderNumber = orderNumber;
        this.externalReference = external;
        this.correlationId = correlationId;
        crm = new CrmMirror(hasCrm);
        path = new ProcessPath();
        invoices = new ArrayList<>();
    }

    /** As it was written; its invoices come after it. */
    QuoteToCash(Row row) {
        orderId = row.uuid("order_id");
        orderNumber = row.text("order_number");
        externalReference = ExternalReference.read(row);
        correlationId = row.text("correlation_id");
        crm = new CrmMirror(row);
        path = new ProcessPath(row);
        invoices = new ArrayList<>();
        state = row.one(ProcessState.class, "state");
        waiting = Waiting.read(row);
        claim = StoredJson.read(row.text("claim"), CustomerClaim.class);
        lineCount = row.intValue("line_count");
        startsLater = row.bool("starts_later");
        activated = row.bool("activated");
        version = row.intValue("version");
    }

    /** A deal was won; it is read back next. */
    static QuoteToCash ofDeal(
            UUID orderId, String orderNumber, ExternalReference deal, String correlationId, Instant now) {
        QuoteToCash process = new QuoteToCash(orderId, orderNumber, deal, correlationId, true);
        process.enter(ProcessState.FETCHING, "deal won", now);
        return process;
    }

    /** An order was placed without a CRM and is valid; the customer is resolved next. */
    static QuoteToCash ofDirectOrder(
            UUID orderId,
            String orderNumber,
            ExternalReference external,
            CustomerClaim claim,
            String correlationId,
            Instant now) {
        QuoteToCash process = new QuoteToCash(orderId, orderNumber, external, correlationId, false);
        process.claim = claim;
        process.enter(ProcessState.RESOLVING_CUSTOMER, "order placed", now);
        return process;
    }

    /** The deal was read and holds what the rules ask. */
    void dealTaken(CustomerClaim account, Instant now) {
        claim = account;
        enter(ProcessState.RESOLVING_CUSTOMER, "deal validated", now);
    }

    /** The order became a contract. */
    void accepted(int lines, boolean later, Instant now) {
        claim = null;
        lineCount = lines;
        startsLater = later;
        enter(ProcessState.AWAITING_ACTIVATION, "order accepted", now);
    }

    /** Billing has begun with a line. */
    void subscriptionActivated(Instant now) {
        activated = true;
        advance("subscription activated", now);
    }

    /** Billing has issued an invoice for these lines of the order. */
    void invoiceIssued(UUID invoiceId, String invoiceNumber, Money payable, Set<UUID> orderLines, Instant now) {
        if (state == ProcessState.CANCELLED && invoices.isEmpty()) {
            throw new InvoicedAfterCancellation(orderNumber, invoiceNumber);
        }
        Set<UUID> first = new HashSet<>(orderLines);
        invoices.forEach(known -> first.removeAll(known.firstLines()));
        ProcessInvoice invoice = invoice(invoiceId, invoiceNumber);
        if (!invoice.isIssued()) {
            invoice.issue(payable, first);
        }
        activated = true;
        advance("invoice " + invoiceNumber + " issued", now);
    }

    /** The ledger has posted an invoice. */
    void invoicePosted(UUID invoiceId, String invoiceNumber, Instant now) {
        invoice(invoiceId, invoiceNumber).post();
        advance("invoice " + invoiceNumber + " posted", now);
    }

    /** A payment was applied to an invoice or taken back from it. */
    void invoicePaid(UUID invoiceId, String invoiceNumber, ProcessInvoice.Payment payment, long position) {
        invoice(invoiceId, invoiceNumber).pay(payment, position);
    }

    /** It waits; held again for another reason it still goes back to where it was first. */
    void hold(HoldReason why, Instant now) {
        waiting = new Waiting(state == ProcessState.HELD ? waiting.heldFrom() : state, why);
        if (state != ProcessState.HELD) {
            enter(ProcessState.HELD, why.code(), now);
        }
    }

    /** It waits no more; true when it was held. */
    boolean release(String cause, Instant now) {
        if (state != ProcessState.HELD) {
            return false;
        }
        ProcessState back = waiting.heldFrom();
        waiting = null;
        enter(back, cause, now);
        advance(cause, now);
        return true;
    }

    /** The order was given up. */
    void giveUp(boolean promised, String why, Instant now) {
        waiting = null;
        claim = null;
        enter(promised ? ProcessState.CANCELLED : ProcessState.REJECTED, why, now);
    }

    /** Goes as far as the facts allow; nowhere while a person or a step must act first. */
    private void advance(String cause, Instant now) {
        if (!state.awaitsFacts()) {
            return;
        }
        ProcessState reached = invoiced().reached(lineCount, activated);
        if (reached.ordinal() > state.ordinal()) {
            enter(reached, cause, now);
        }
    }

    private void enter(ProcessState next, String cause, Instant now) {
        path.enter(orderId, state, next, cause, now);
        state = next;
    }

    private ProcessInvoice invoice(UUID invoiceId, String invoiceNumber) {
        return invoices.stream()
                .filter(known -> known.invoiceId().equals(invoiceId))
                .findFirst()
                .orElseGet(() -> {
                    ProcessInvoice heardOf = new ProcessInvoice(orderId, invoiceId, invoiceNumber);
                    invoices.add(heardOf);
                    return heardOf;
                });
    }

    /** Nothing is left to do. */
    void complete(String cause, Instant now) {
        enter(ProcessState.COMPLETED, cause, now);
    }

    /** True when the process is at this state, or held from it. */
    boolean isAt(ProcessState at) {
        return state == at || state == ProcessState.HELD && waiting.heldFrom() == at;
    }

    /** True when it waits for another service, which will be heard of again. */
    boolean waitsForOthers() {
        return state == ProcessState.HELD && waiting.why().exceptionId() == null;
    }

    /** Another order speaks for the deal that it is a part of. */
    boolean isFurtherPart() {
        return crm.deal().filter(deal -> !deal.equals(orderId)).isPresent();
    }

    /** What it had heard of when it was written. */
    void has(List<ProcessInvoice> known) {
        invoices.addAll(known);
    }

    CrmMirror crm() {
        return crm;
    }

    Invoiced invoiced() {
        return new Invoiced(invoices);
    }

    ExternalReference externalReference() {
        return externalReference;
    }

    UUID orderId() {
        return orderId;
    }

    String orderNumber() {
        return orderNumber;
    }

    String correlationId() {
        return correlationId;
    }

    ProcessState state() {
        return state;
    }

    boolean startsLater() {
        return startsLater;
    }

    Optional<Waiting> waiting() {
        return state == ProcessState.HELD ? Optional.of(waiting) : Optional.empty();
    }

    ProcessPath path() {
        return path;
    }

    CustomerClaim claim() {
        return claim;
    }

    int lineCount() {
        return lineCount;
    }

    boolean isActivated() {
        return activated;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public void writtenAs(int next) {
        version = next;
    }
}
