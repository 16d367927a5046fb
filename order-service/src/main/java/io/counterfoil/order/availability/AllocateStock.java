package io.counterfoil.order.availability;

import io.counterfoil.order.acceptance.AcceptanceGate;
import io.counterfoil.order.customer.KnownCustomer;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts stock aside for an order before it becomes a contract; refuses what can't be delivered and may not be back-ordered. */
@Dependent
class AllocateStock implements AcceptanceGate {

    private final Stocks stocks;
    private final Allocations allocations;
    private final Journeys journeys;

    @Inject
    AllocateStock(Stocks stocks, Allocations allocations, Journeys journeys) {
        this.stocks = stocks;
        this.allocations = allocations;
        this.journeys = journeys;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public Set<UUID> asking(Collection<UUID> orderIds) {
        return allocations.wanting(orderIds);
    }

    @Override
    public boolean isOpen(UUID orderId, KnownCustomer customer) {
        List<Allocation> wanted = allocations.wanted(orderId);
        if (wanted.isEmpty() || !allocations.find(orderId).isEmpty()) {
            return true;
        }
        Map<String, StockLevel> levels =
                stocks
                        .forChange(wanted.stream()
                                .map(Allocation::productId)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(StockLevel::productId, Function.identity()));
        journeys.begin(ProcessKind.DELIVERY, orderId, "the order is to be accepted");
        boolean whole = true;
        for (Allocation one : wanted) {
            whole &= putAside(one, levels);
        }
        journeys.move(
                ProcessKind.DELIVERY,
                orderId,
                (whole ? DeliveryState.ALLOCATED : DeliveryState.BACK_ORDERED).name(),
                whole ? "all is in stock" : "something is not in stock");
        return true;
    }

    private boolean putAside(Allocation one, Map<String, StockLevel> levels) {
        StockLevel level = levels.get(one.productId());
        if (level.free() < one.wanted() && !level.backOrder()) {
            throw new OutOfStock(one.productId(), one.wanted(), level.free());
        }
        long taken = Math.min(one.wanted(), Math.max(0, level.free()));
        stocks.move(one.productId(), 0, taken, "ALLOCATED", one.orderId(), null);
        levels.put(
                one.productId(),
                new StockLevel(
                        level.productId(),
                        level.onHand(),
                        level.allocated() + taken,
                        level.backOrder(),
                        level.version()));
        allocations.write(
                new Allocation(one.lineId(), one.orderId(), one.productId(), one.wanted(), taken, 0, 0, false));
        return taken == one.wanted();
    }
}
