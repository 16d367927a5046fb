package io.counterfoil.order.fulfilment;

import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.common.trouble.Troubles;
import io.counterfoil.order.customer.CustomerClaim;
import io.counterfoil.order.order.ExternalReference;
import io.counterfoil.order.order.OrderBook;
import io.counterfoil.order.order.OrderBook.Received;
import io.counterfoil.order.terms.AcceptableOrder;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
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
        Optional<Received> received = orders.receive("api", external);
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
        next.tellCrm(process);
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
        next.tellCrm(process);
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
