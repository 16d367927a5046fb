package io.counterfoil.order.availability;

import io.counterfoil.common.step.Steps;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** What has come in, or is free again, goes to the orders that wait for it, the oldest first; then held orders try again. */
@Dependent
class FillBackOrders {

    private final Stocks stocks;
    private final Allocations allocations;
    private final Journeys journeys;
    private final Steps steps;

    @Inject
    FillBackOrders(Stocks stocks, Allocations allocations, Journeys journeys, Steps steps) {
        this.stocks = stocks;
        this.allocations = allocations;
        this.journeys = journeys;
        this.steps = steps;
    }

    /** The product's level is locked by the caller. */
    void from(String productId) {
        long free = stocks.find(productId).map(StockLevel::free).orElse(0L);
        for (Allocation one : allocations.backOrdered(productId)) {
            long taken = Math.min(one.missing(), Math.max(0, free));
            if (taken > 0) {
                free -= taken;
                fill(one, taken);
            }
        }
        if (free > 0) {
            steps.schedule(TryAgain.KIND, productId, new TryAgain.Product(productId));
        }
    }

    private void fill(Allocation one, long taken) {
        stocks.move(one.productId(), 0, taken, "ALLOCATED", one.orderId(), "back-order");
        allocations.write(new Allocation(
                one.lineId(),
                one.orderId(),
                one.productId(),
                one.wanted(),
                one.allocated() + taken,
                one.shipped(),
                one.returned(),
                false));
        UUID order = one.orderId();
        boolean whole = allocations.find(order).stream().allMatch(line -> line.missing() == 0);
        boolean waits = DeliveryState.BACK_ORDERED.name().equals(state(order));
        if (whole && waits) {
            journeys.move(ProcessKind.DELIVERY, order, DeliveryState.ALLOCATED.name(), "goods came in");
        }
    }

    private String state(UUID order) {
        var stays = journeys.stays(ProcessKind.DELIVERY, order);
        return stays.get(stays.size() - 1).state();
    }
}
