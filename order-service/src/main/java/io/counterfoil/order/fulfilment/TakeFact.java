package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.money.Money;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.order.OrderBook;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** A fact of billing or ledger moves a process, and its order with it, as far as all facts together allow. */
@UseCase
class TakeFact {

    private final Processes processes;
    private final OrderBook orders;
    private final NextStep next;
    private final BusinessClock clock;

    @Inject
    TakeFact(Processes processes, OrderBook orders, NextStep next, BusinessClock clock) {
        this.processes = processes;
        this.orders = orders;
        this.next = next;
        this.clock = clock;
    }

    void subscriptionActivated(UUID orderId) {
        handle(orderId, process -> {
            if (process.state() != ProcessState.CANCELLED) {
                goOn(process);
                orders.activate(orderId);
                process.subscriptionActivated(clock.now());
            }
        });
    }

    void invoiceIssued(UUID orderId, UUID invoiceId, String number, Money payable, Set<UUID> lines) {
        handle(orderId, process -> {
            if (process.state() == ProcessState.CANCELLED) {
                throw new InvoicedAfterCancellation(process.orderNumber(), number);
            }
            goOn(process);
            orders.billed(orderId);
            process.invoiceIssued(invoiceId, number, payable, lines, clock.now());
        });
    }

    void invoicePosted(UUID orderId, UUID invoiceId, String number) {
        handle(orderId, process -> process.invoicePosted(invoiceId, number, clock.now()));
    }

    void invoicePaid(
            UUID orderId, UUID invoiceId, String number, ProcessInvoice.Payment payment, long position) {
        handle(orderId, process -> process.invoicePaid(invoiceId, number, payment, position));
    }

    /** What waited for billing goes on when billing is heard of again. */
    private void goOn(QuoteToCash process) {
        if (process.waitsForOthers() && process.release("billing went on", clock.now())) {
            orders.release(process.orderId());
        }
    }

    private void handle(UUID orderId, Consumer<QuoteToCash> fact) {
        processes.forChange(orderId).ifPresent(process -> {
            ProcessState before = process.state();
            fact.accept(process);
            if (process.state() == before) {
                next.tellCrm(process);
            } else {
                next.after(process);
            }
        });
    }
}
