package io.counterfoil.order.order;

import io.counterfoil.common.db.Row;
import io.counterfoil.common.db.Versioned;
import io.counterfoil.common.http.IllegalMove;
import io.counterfoil.common.money.Money;
import io.counterfoil.order.catalogue.TaxCategory;
import io.counterfoil.order.contract.ContractTerms;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.terms.AcceptableOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

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
class Order implements Versioned {

    private final UUID orderId;
    private final String orderNumber;
    private final String channel;
    private final ExternalReference externalReference;
    private final Instant receivedAt;
    private final Function<UUID, List<OrderLine>> written;
    private List<OrderLine> lines;
    private List<OrderLine> newLines = List.of();
    private OrderState state;
    private OrderState heldFrom;
    private String reasonCode;
    private String reason;
    private Instant acceptedAt;
    private AgreedTerms terms;
    private UUID customerId;
    private UUID contractId;
    private boolean billed;
    private BillTo billTo;
    private int version;

    private Order(UUID orderId, String orderNumber, String channel, ExternalReference external, Instant receivedAt) {
        this.orderId = orderId;
        this.orderNumber = orderNumber;
        this.channel = channel;
        this.externalReference = external;
        this.receivedAt = receivedAt;
        this.written = none -> List.of();
        this.state = OrderState.RECEIVED;
    }

    /** As it was written; its lines are looked for when they are asked for. */
    Order(Row row, Function<UUID, List<OrderLine>> written) {
        this.orderId = row.uuid("order_id");
        this.orderNumber = row.text("order_number");
        this.channel = row.text("channel");
        this.externalReference = ExternalReference.read(row);
        this.receivedAt = row.instant("received_at");
        this.written = written;
        state = row.one(OrderState.class, "state");
        heldFrom = row.one(OrderState.class, "held_from");
        reasonCode = row.text("reason_code");
        reason = row.text("reason");
        acceptedAt = row.instant("accepted_at");
        terms = row.text("currency") == null ? null : AgreedTerms.read(row);
        customerId = row.uuid("customer_id");
        contractId = row.uuid("contract_id");
        billed = row.bool("billed");
        billTo = BillTo.read(row.text("bill_to"));
        version = row.intValue("version");
    }

    /** A new order; the external reference may be null. */
    static Order receive(
            UUID orderId, String orderNumber, String channel, ExternalReference external, Instant receivedAt) {
        return new Order(orderId, orderNumber, channel, external, receivedAt);
    }

    OrderReceived received() {
        return new OrderReceived(orderId, orderNumber, channel, externalReference, receivedAt);
    }

    /** Every rule holds: lines and terms are fixed. */
    void validate(AcceptableOrder checked) {
        move(OrderState.VALIDATED);
        terms = AgreedTerms.of(checked);
        newLines = IntStream.range(0, checked.lines().size())
                .mapToObj(i -> new OrderLine(orderId, i + 1, checked.lines().get(i)))
                .toList();
        lines = newLines;
    }

    /** What the contract of this order is made of. */
    ContractTerms contractTerms(UUID forCustomer) {
        List<ContractTerms.Promise> promises =
                lines().stream().map(OrderLine::promise).toList();
        return new ContractTerms(
                orderId,
                forCustomer,
                terms.legalEntityId(),
                terms.currency(),
                terms.startDate(),
                terms.termMonths(),
                promises,
                OrderLine.soldTogether(lines()));
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
        return lines().stream().map(OrderLine::lineTotal).reduce(Money::plus).orElse(null);
    }

    ExternalReference externalReference() {
        return externalReference;
    }

    List<TaxCategory> taxCategories() {
        return lines().stream().map(OrderLine::taxCategory).toList();
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
        if (lines == null) {
            lines = written.apply(orderId);
        }
        return lines;
    }

    /** Those that are not written yet, or were with it. */
    List<OrderLine> newLines() {
        return newLines;
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

    boolean isBilled() {
        return billed;
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
