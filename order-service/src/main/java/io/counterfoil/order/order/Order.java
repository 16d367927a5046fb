package io.counterfoil.order.order;

import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.catalogue.TaxCategory;
import io.counterfoil.order.contract.ContractTerms;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.terms.AcceptableOrder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What a customer asked for and what became of it.
 *
 * <p>It is <em>received</em> from a channel and stored before anybody looks at it. When every rule holds it is
 * <em>validated</em>: its lines and terms are fixed. When the customer is known it is <em>accepted</em>: a contract exists
 * and billing acts on it. It is <em>active</em> when billing has begun, and <em>completed</em> when every first invoice is
 * in the ledger and the channel knows.
 *
 * <p>From any of these it may be <em>held</em>, with a reason and an owner, and goes back to where it was. Before a
 * contract exists it can be <em>rejected</em>, afterwards, until it is billed, <em>cancelled</em>.
 */
@Entity
@Table(name = "sales_order")
class Order {

    @Id
    @Column(name = "order_id")
    private UUID orderId;

    @Column(name = "order_number")
    private String orderNumber;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "held_from")
    private OrderState heldFrom;

    @Column(name = "reason_code")
    private String reasonCode;

    private String reason;

    private String channel;

    @Column(name = "external_system")
    private String externalSystem;

    @Column(name = "external_id")
    private String externalId;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Column(name = "legal_entity_id")
    private String legalEntityId;

    private String currency;

    @Column(name = "order_date")
    private LocalDate orderDate;

    @Column(name = "start_date")
    private LocalDate startDate;

    @Column(name = "term_months")
    private Integer termMonths;

    @Column(name = "payment_terms_days")
    private Integer paymentTermsDays;

    @Column(name = "purchase_order_reference")
    private String purchaseOrderReference;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "contract_id")
    private UUID contractId;

    @Column(name = "bill_to")
    @Convert(converter = BillToColumn.class)
    private BillTo billTo;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("lineNumber")
    private List<OrderLine> lines = new ArrayList<>();

    @Version
    private int version;

    protected Order() {}

    private Order(UUID orderId, String orderNumber, String channel, Instant receivedAt) {
        this.orderId = orderId;
        this.orderNumber = orderNumber;
        this.channel = channel;
        this.receivedAt = receivedAt;
        this.state = OrderState.RECEIVED;
    }

    /** A new order; the external reference may be null. */
    static Order receive(
            UUID orderId, String orderNumber, String channel, ExternalReference external, Instant receivedAt) {
        Order order = new Order(orderId, orderNumber, channel, receivedAt);
        order.externalSystem = external == null ? null : external.system();
        order.externalId = external == null ? null : external.id();
        return order;
    }

    OrderReceived received() {
        return new OrderReceived(orderId, orderNumber, channel, externalReference(), receivedAt);
    }

    /** Every rule holds: lines and terms are fixed. */
    void validate(AcceptableOrder checked) {
        move(OrderState.VALIDATED);
        legalEntityId = checked.legalEntityId();
        currency = checked.currency();
        orderDate = checked.orderDate();
        startDate = checked.startDate();
        termMonths = checked.termMonths();
        paymentTermsDays = checked.paymentTermsDays();
        purchaseOrderReference = checked.purchaseOrderReference();
        for (int i = 0; i < checked.lines().size(); i++) {
            lines.add(new OrderLine(this, i + 1, checked.lines().get(i)));
        }
    }

    /** What the contract of this order is made of. */
    ContractTerms contractTerms(UUID forCustomer) {
        List<ContractTerms.Promise> promises =
                lines.stream().map(OrderLine::promise).toList();
        return new ContractTerms(orderId, forCustomer, legalEntityId, currency, startDate, termMonths, promises);
    }

    /** The customer is known and the contract signed: billing may act. */
    OrderAccepted accept(KnownCustomer customer, UUID contract, Instant now) {
        move(OrderState.ACCEPTED);
        customerId = customer.customerId();
        contractId = contract;
        billTo = BillTo.of(customer);
        acceptedAt = now;
        return new OrderAccepted(
                orderId,
                orderNumber,
                contractId,
                1,
                customerId,
                legalEntityId,
                currency,
                channel,
                externalReference(),
                purchaseOrderReference,
                orderDate,
                acceptedAt,
                paymentTermsDays,
                termMonths,
                startDate,
                billTo,
                totalContractValue(),
                lines.stream().map(OrderLine::accepted).toList());
    }

    /** Billing has begun. */
    void activate() {
        move(OrderState.ACTIVE);
    }

    /** Every first invoice is posted and the channel knows. */
    OrderCompleted complete(List<String> invoiceNumbers, Instant now) {
        move(OrderState.COMPLETED);
        return new OrderCompleted(orderId, orderNumber, contractId, customerId, legalEntityId, invoiceNumbers, now);
    }

    /** It waits; held again for another reason it still goes back to where it was first. */
    OrderHeld hold(HoldReason why) {
        if (state != OrderState.HELD) {
            OrderState from = state;
            move(OrderState.HELD);
            heldFrom = from;
        }
        reasonCode = why.code();
        reason = why.reason();
        return new OrderHeld(
                orderId,
                orderNumber,
                heldFrom.name(),
                why.code(),
                why.reason(),
                why.owner(),
                why.remedy(),
                why.exceptionId());
    }

    /** It waits no more. */
    void release() {
        OrderState back = heldFrom;
        move(back);
        heldFrom = null;
        reasonCode = null;
        reason = null;
    }

    /** Given up before anything was promised. */
    OrderRejected reject(String code, String why) {
        move(OrderState.REJECTED);
        heldFrom = null;
        reasonCode = code;
        reason = why;
        return new OrderRejected(orderId, orderNumber, code, why);
    }

    /** Taken back before it was billed. */
    OrderCancelled cancel(String why, LocalDate effectiveDate, Instant now) {
        move(OrderState.CANCELLED);
        heldFrom = null;
        reasonCode = "cancelled";
        reason = why;
        return new OrderCancelled(
                orderId, orderNumber, contractId, customerId, legalEntityId, why, effectiveDate, now);
    }

    private void move(OrderState to) {
        Set<OrderState> legal = legalMoves();
        if (!legal.contains(to)) {
            throw new IllegalMove("Order " + orderNumber, state, "become " + to, legal);
        }
        state = to;
    }

    Set<OrderState> legalMoves() {
        return state.moves(heldFrom);
    }

    /** True once a contract exists: giving it up is a cancellation then. */
    boolean isPromised() {
        return state.isPromised() || state == OrderState.HELD && heldFrom.isPromised();
    }

    Money totalContractValue() {
        return currency == null
                ? null
                : lines.stream().map(OrderLine::lineTotal).reduce(Money.zero(currency), Money::plus);
    }

    ExternalReference externalReference() {
        return externalId == null ? null : new ExternalReference(externalSystem, externalId);
    }

    List<TaxCategory> taxCategories() {
        return lines.stream().map(OrderLine::taxCategory).toList();
    }

    OrderJson json() {
        return new OrderJson(
                orderId,
                orderNumber,
                state,
                heldFrom,
                reasonCode,
                reason,
                channel,
                externalReference(),
                customerId,
                contractId,
                legalEntityId,
                currency,
                orderDate,
                startDate,
                termMonths,
                paymentTermsDays,
                purchaseOrderReference,
                totalContractValue(),
                receivedAt,
                acceptedAt,
                lines.stream().map(OrderJson.Line::of).toList(),
                legalMoves(),
                version);
    }

    UUID orderId() {
        return orderId;
    }

    String orderNumber() {
        return orderNumber;
    }

    OrderState state() {
        return state;
    }

    String legalEntityId() {
        return legalEntityId;
    }

    LocalDate startDate() {
        return startDate;
    }

    int version() {
        return version;
    }
}
