package io.counterfoil.order.availability;

import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import io.counterfoil.order.journey.Stay;
import io.counterfoil.order.order.OrderGivenUp;
import io.counterfoil.order.reversal.GoodsReturned;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was put aside for an order that came to nothing is free again; goods that come back are stock again. */
@Dependent
class FreeStock {

    /** Where nothing is put aside any more. */
    private static final Set<String> DONE = Set.of("SHIPPED", "RETURNED", "RELEASED");

    private final Stocks stocks;
    private final Allocations allocations;
    private final FillBackOrders backOrders;
    private final Journeys journeys;
    private final ProcessBook processes;

    @Inject
    FreeStock(
            Stocks stocks,
            Allocations allocations,
            FillBackOrders backOrders,
            Journeys journeys,
            ProcessBook processes) {
        this.stocks = stocks;
        this.allocations = allocations;
        this.backOrders = backOrders;
        this.journeys = journeys;
        this.processes = processes;
    }

    void release(@Observes OrderGivenUp order) {
        List<Allocation> known = locked(order.orderId());
        known.forEach(this::release);
        fill(known); // only now: a line that is still to be released must not get what another one frees
        List<Stay> stays = known.isEmpty() ? List.of() : journeys.stays(ProcessKind.DELIVERY, order.orderId());
        if (!stays.isEmpty() && !DONE.contains(stays.get(stays.size() - 1).state())) {
            journeys.move(ProcessKind.DELIVERY, order.orderId(), DeliveryState.RELEASED.name(), order.reason());
        }
    }

    void back(@Observes GoodsReturned goods) {
        List<Allocation> known = locked(goods.orderId());
        boolean any = false;
        for (Allocation one : known) {
            long back = Math.min(goods.pieces().getOrDefault(one.lineId(), 0L), one.shipped() - one.returned());
            if (back > 0) {
                any = true;
                restore(one, back);
            }
        }
        if (any) {
            fill(known);
            journeys.move(
                    ProcessKind.DELIVERY,
                    goods.orderId(),
                    DeliveryState.RETURNED.name(),
                    "return " + goods.returnNumber());
            processes.shipped(goods.orderId(), DeliveryState.RETURNED.name());
        }
    }

    /** In the one order in which all lock: process, levels, allocations. */
    private List<Allocation> locked(UUID orderId) {
        List<Allocation> known = allocations.find(orderId);
        if (known.isEmpty()) {
            return known;
        }
        processes.lock(orderId);
        stocks.forChange(known.stream().map(Allocation::productId).distinct().toList());
        return allocations.of(orderId);
    }

    private void release(Allocation one) {
        if (one.released() || one.shipped() == one.wanted()) {
            return;
        }
        allocations.write(new Allocation(
                one.lineId(), one.orderId(), one.productId(), one.wanted(), 0, one.shipped(), one.returned(), true));
        stocks.move(one.productId(), 0, -one.allocated(), "RELEASED", one.orderId(), null);
    }

    private void restore(Allocation one, long back) {
        allocations.write(new Allocation(
                one.lineId(),
                one.orderId(),
                one.productId(),
                one.wanted(),
                one.allocated(),
                one.shipped(),
                one.returned() + back,
                one.released()));
        stocks.move(one.productId(), back, 0, "RETURNED", one.orderId(), null);
    }

    /** What is free now goes to those who wait for it. */
    private void fill(List<Allocation> known) {
        known.stream().map(Allocation::productId).distinct().forEach(backOrders::from);
    }
}
