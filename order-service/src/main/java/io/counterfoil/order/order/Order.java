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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Embedded
    private AgreedTerms terms;

    @Column(name = "customer_id")
    private UUID customerId;

    @Column(name = "contract_id")
    private UUID contractId;

    private boolean billed;

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
        terms = new AgreedTerms(checked);
        for (int i = 0; i < checked.lines().size(); i++) {
            lines.add(new OrderLine(this, i + 1, checked.lines().get(i)));
        }
    }

    /** What the contract of this order is made of. */
    ContractTerms contractTerms(UUID forCustomer) {
        return new ContractTerms(
                orderId,
                forCustomer,
                terms.legalEntityId(),
                terms.currency(),
                terms.startDate(),
                terms.termMonths(),
                lines.stream().map(OrderLine::promise).toList(),
                OrderLine.soldTogether(lines));
    }

    /** The customer is known and the contract signed: billing may act. */
    OrderAccepted accept(KnownCustomer customer, UUID contract, Instant now) {
        move(OrderState.ACCEPTED);
        customerId = customer.customerId();
        contractId = contract;
        billTo = BillTo.of(customer);
        acceptedAt = now;
        return OrderAccepted.of(this);
    }

    /** Billing has begun, and once it is billed it can't be taken back. Heard again that changes nothing. */
    void followBilling(boolean isBilled) {
        if (state == OrderState.ACCEPTED) {
            move(OrderState.ACTIVE);
        }
        billed |= isBilled;
    }

    /** Every first invoice is posted and the channel knows. */
    OrderCompleted complete(List<String> invoiceNumbers, Instant now) {
        move(OrderState.COMPLETED);
        return OrderCompleted.of(this, invoiceNumbers, now);
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
        return OrderHeld.of(this, why);
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

    /** Taken back, before it was billed or after all that was billed was taken back. */
    OrderCancelled cancel(String why, LocalDate effectiveDate, boolean unbilled, Instant now) {
        if (unbilled) {
            state = OrderState.CANCELLED;
        } else {
            move(OrderState.CANCELLED);
        }
        heldFrom = null;
        reasonCode = "cancelled";
        reason = why;
        return OrderCancelled.of(this, effectiveDate, now);
    }

    private void move(OrderState to) {
        Set<OrderState> legal = legalMoves();
        if (!legal.contains(to)) {
            throw new IllegalMove("Order " + orderNumber, state, "become " + to, legal);
        }
        state = to;
    }

    Set<OrderState> legalMoves() {
        Set<OrderState> moves = state.moves(heldFrom);
        if (billed) {
            moves.remove(OrderState.CANCELLED);
        }
        return moves;
    }

    Money totalContractValue() {
        return lines.stream().map(OrderLine::lineTotal).reduce(Money::plus).orElse(null);
    }

    ExternalReference externalReference() {
        return externalId == null ? null : new ExternalReference(externalSystem, externalId);
    }

    List<TaxCategory> taxCategories() {
        return lines.stream().map(OrderLine::taxCategory).toList();
    }

    UUID orderId() {
        return orderId;
    }

    String orderNumber() {
        return orderNumber;
    }

    /** Empty until it is validated. */
    Optional<AgreedTerms> terms() {
        return Optional.ofNullable(terms);
    }

    List<OrderLine> lines() {
        return lines;
    }

    OrderState state() {
        return state;
    }

    OrderState heldFrom() {
        return heldFrom;
    }

    String reasonCode() {
        return reasonCode;
    }

    String reason() {
        return reason;
    }

    String channel() {
        return channel;
    }

    UUID customerId() {
        return customerId;
    }

    UUID contractId() {
        return contractId;
    }

    BillTo billTo() {
        return billTo;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    int version() {
        return version;
    }
}
