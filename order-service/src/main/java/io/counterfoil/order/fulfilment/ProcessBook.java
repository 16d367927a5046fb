package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.HoldReason;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.order.OrderBook.Received;
import io.counterfoil.order.terms.AcceptableOrder;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the doors begin and end processes. Each method works in the caller's transaction. */
@Dependent
public class ProcessBook {

    private final Processes processes;
    private final OrderBook orders;
    private final NextStep next;
    private final Troubles troubles;
    private final BusinessClock clock;

    @Inject
    ProcessBook(Processes processes, OrderBook orders, NextStep next, Troubles troubles, BusinessClock clock) {
        this.processes = processes;
        this.orders = orders;
        this.next = next;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** Deals were won: an order and its process for each that has none yet. */
    public void dealsWon(String system, Collection<ExternalReference> deals) {
        Gathering.within(() -> orders.receiveAll(system, deals)
                .forEach((deal, order) -> Correlation.within(Correlation.fresh(system), () -> {
                    orders.store(order, system, deal);
                    begin(QuoteToCash.ofDeal(
                            order.orderId(),
                            order.orderNumber(),
                            deal,
                            Correlation.current().correlationId(),
                            clock.now()));
                })));
    }

    /** An order that was checked comes without a CRM; empty when its external reference was used before. */
    public Optional<UUID> orderPlaced(ExternalReference external, CustomerClaim claim, AcceptableOrder checked) {
        return orderPlaced("api", external, claim, checked);
    }

    /** The same through another channel. */
    public Optional<UUID> orderPlaced(
            String channel, ExternalReference external, CustomerClaim claim, AcceptableOrder checked) {
        Optional<Received> received = orders.receive(channel, external);
        received.ifPresent(order -> {
            orders.validate(order.orderId(), checked);
            begin(QuoteToCash.ofDirectOrder(
                    order.orderId(),
                    order.orderNumber(),
                    external,
                    claim,
                    Correlation.current().correlationId(),
                    clock.now()));
        });
        return received.map(Received::orderId);
    }

    /** What other legal entities sell of a deal: an order of its own for each, and so a contract; the first is there already. */
    public void furtherParts(UUID firstOrder, CustomerClaim claim, List<AcceptableOrder> parts) {
        for (int i = 1; i < parts.size(); i++) {
            UUID part = orderPlaced(orders.channel(firstOrder), null, claim, parts.get(i))
                    .orElseThrow();
            processes.join(part, firstOrder, i + 1);
        }
        if (parts.size() > 1) {
            processes.join(firstOrder, firstOrder, 1);
        }
    }

    /** The other orders of the same deal. */
    public List<UUID> otherParts(UUID orderId) {
        return processes.otherParts(orderId);
    }

    /** Gives an order up; refuses once it is billed. */
    public void giveUp(UUID orderId, String reason) {
        QuoteToCash process = processes.forChange(orderId).orElseThrow(() -> new NotFound("order", orderId));
        process.waiting()
                .map(waiting -> waiting.why().exceptionId())
                .ifPresent(exception ->
                        troubles.resolve(exception, Correlation.current().actor(), "order given up"));
        boolean promised = orders.giveUp(orderId, reason);
        process.giveUp(promised, reason, clock.now());
        next.ended(process);
        next.tellCrmAgain(process);
    }

    /** All that was billed of an order was taken back: it is cancelled, and the CRM is told. */
    public void takenBack(UUID orderId, String reason, LocalDate effectiveDate) {
        QuoteToCash process = processes.forChange(orderId).orElseThrow(() -> new NotFound("order", orderId));
        process.waiting()
                .map(waiting -> waiting.why().exceptionId())
                .ifPresent(exception ->
                        troubles.resolve(exception, Correlation.current().actor(), "order taken back"));
        orders.takeBack(orderId, reason, effectiveDate);
        process.giveUp(true, reason, clock.now());
        next.tellCrmAgain(process);
    }

    /** What had to come first is done: the buyer is asked for once more, and the order is accepted. */
    public void goOn(UUID orderId, String cause) {
        processes
                .forChange(orderId)
                .filter(process -> process.isAt(ProcessState.RESOLVING_CUSTOMER))
                .ifPresent(process -> {
                    if (process.release(cause, clock.now())) {
                        orders.release(orderId);
                    }
                    next.after(process);
                });
    }

    /** An order that is under way waits for a person. */
    public void hold(UUID orderId, HoldReason why) {
        processes
                .forChange(orderId)
                .filter(process -> !process.state().isFinal())
                .ifPresent(process -> {
                    process.hold(why, clock.now());
                    orders.hold(orderId, why);
                    next.tellCrm(process);
                });
    }

    /** Goods of the order are on their way, or came back: the CRM is told. */
    public void shipped(UUID orderId, String status) {
        processes.forChange(orderId).ifPresent(process -> {
            process.crm().shipped(status);
            next.tellCrm(process);
        });
    }

    /** Keeps the order's process from others until the transaction ends; locked before anything that belongs to it. */
    public void lock(UUID orderId) {
        processes.forChange(orderId);
    }

    /** Whether an order has come to no end. */
    public boolean isUnderWay(UUID orderId) {
        return processes
                .find(orderId)
                .filter(process -> !process.state().isFinal())
                .isPresent();
    }

    /** Whether an invoice exists of an order. */
    public boolean isBilled(UUID orderId) {
        return processes
                .find(orderId)
                .filter(process -> process.invoiced().isAny())
                .isPresent();
    }

    /** The business transaction to which an order belongs. */
    public String correlationId(UUID orderId) {
        return processes
                .find(orderId)
                .map(QuoteToCash::correlationId)
                .orElseThrow(() -> new NotFound("order", orderId));
    }

    private void begin(QuoteToCash process) {
        processes.add(process);
        next.after(process);
    }
}
