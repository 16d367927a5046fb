package io.counterfoil.order.fulfilment;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.db.Gathering;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventDispatch;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.order.order.OrderBook;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    void handle(ProcessFact fact, long position) {
        processes.forChange(fact.orderId()).ifPresent(process -> take(process, fact, position));
    }

    /** The facts of a run, in their order. */
    void handle(List<Told> run) {
        Gathering.within(() -> {
            Set<UUID> ids = run.stream().map(told -> told.fact().orderId()).collect(Collectors.toSet());
            processes.lock(ids);
            orders.lock(ids);
            run.forEach(told -> EventDispatch.within(told.event(), () -> processes
                    .forChange(told.fact().orderId())
                    .ifPresent(
                            process -> take(process, told.fact(), told.event().position()))));
        });
    }

    /** A fact, and the event that it came in. */
    record Told(Envelope event, ProcessFact fact) {}

    private void take(QuoteToCash process, ProcessFact fact, long position) {
        ProcessState before = process.state();
        boolean follows = fact.showsBilling() && !before.isFinal();
        if (follows && process.waitsForOthers() && process.release("billing went on", clock.now())) {
            orders.release(process.orderId());
        }
        fact.tell(process, position, clock.now());
        if (follows) {
            orders.followBilling(process.orderId(), process.invoiced().isAny());
        }
        if (process.state() == before) {
            next.tellCrm(process);
        } else {
            next.after(process);
        }
    }
}
