package io.counterfoil.order.fulfilment;

import io.counterfoil.common.money.Money;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.HoldReason;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
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
@Entity
@Table(name = "quote_to_cash")
class QuoteToCash {

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "order_number")
    private String orderNumber;

    @Column(name = "external_system")
    private String externalSystem;

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "correlation_id")
    private String correlationId;

    @Enumerated(EnumType.STRING)
    private ProcessState state;

    @Embedded
    private Waiting waiting;

    @Convert(converter = CustomerClaimColumn.class)
    private CustomerClaim claim;

    @Column(name = "line_count")
    private int lineCount;

    @Column(name = "starts_later")
    private boolean startsLater;

    private boolean activated;

    @Embedded
    private CrmMirror crm;

    @Embedded
    private ProcessPath path = new ProcessPath();

    @OneToMany(mappedBy = "process", cascade = CascadeType.ALL)
    @OrderBy("invoiceNumber")
    private List<ProcessInvoice> invoices = new ArrayList<>();

    @Version
    private int version;

    protected QuoteToCash() {}

    private QuoteToCash(UUID orderId, String orderNumber, ExternalReference external, String correlationId) {
        this.orderId = orderId;
        this.orderNumber = orderNumber;
        this.correlationId = correlationId;
        externalSystem = external == null ? null : external.system();
        externalId = external == null ? null : external.id();
    }

    /** A deal was won; it is read back next. */
    static QuoteToCash ofDeal(
            UUID orderId, String orderNumber, ExternalReference deal, String correlationId, Instant now) {
        QuoteToCash process = new QuoteToCash(orderId, orderNumber, deal, correlationId);
        process.crm = new CrmMirror(true);
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
        QuoteToCash process = new QuoteToCash(orderId, orderNumber, external, correlationId);
        process.crm = new CrmMirror(false);
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
                    ProcessInvoice heardOf = new ProcessInvoice(this, invoiceId, invoiceNumber);
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

    CrmMirror crm() {
        return crm;
    }

    Invoiced invoiced() {
        return new Invoiced(invoices);
    }

    ExternalReference externalReference() {
        return externalId == null ? null : new ExternalReference(externalSystem, externalId);
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

    int version() {
        return version;
    }
}
