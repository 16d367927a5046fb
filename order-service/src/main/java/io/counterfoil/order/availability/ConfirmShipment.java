package io.counterfoil.order.availability;

import io.counterfoil.common.UseCase;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.event.Outbox;
import io.counterfoil.common.http.NotFound;
import io.counterfoil.common.time.BusinessClock;
import io.counterfoil.common.trace.Correlation;
import io.counterfoil.order.availability.StockJson.Shipment;
import io.counterfoil.order.availability.StockJson.ShippedLine;
import io.counterfoil.order.availability.StockJson.Shipping;
import io.counterfoil.order.fulfilment.ProcessBook;
import io.counterfoil.order.journey.Journeys;
import io.counterfoil.order.journey.ProcessKind;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Goods of an order have left: they are no stock any more, and the CRM is told. */
@UseCase
class ConfirmShipment {

    private final Allocations allocations;
    private final Stocks stocks;
    private final Shipments shipments;
    private final ProcessBook processes;
    private final Journeys journeys;
    private final Outbox outbox;
    private final BusinessClock clock;

    @Inject
    ConfirmShipment(
            Allocations allocations,
            Stocks stocks,
            Shipments shipments,
            ProcessBook processes,
            Journeys journeys,
            Outbox outbox,
            BusinessClock clock) {
        this.allocations = allocations;
        this.stocks = stocks;
        this.shipments = shipments;
        this.processes = processes;
        this.journeys = journeys;
        this.outbox = outbox;
        this.clock = clock;
    }

    Shipment handle(Shipping wanted) {
        wanted.check();
        Map<UUID, Allocation> known = locked(wanted.orderId());
        if (known.isEmpty()) {
            throw new NotFound("goods of order", wanted.orderId());
        }
        UUID buyer = shipments
                .buyer(wanted.orderId())
                .orElseThrow(() -> new NotPutAside("Order " + wanted.orderId() + " is no contract"));
        List<ShippedLine> lines = wanted.lines() == null ? allOf(known) : wanted.lines();
        if (lines.isEmpty()) {
            throw new NotPutAside("Nothing is put aside for order " + wanted.orderId());
        }
        Correlation business = Correlation.current().continuing(processes.correlationId(wanted.orderId()));
        return Correlation.within(business, () -> shipped(wanted, buyer, known, lines));
    }

    /** In the one order in which all lock: process, levels, allocations. */
    private Map<UUID, Allocation> locked(UUID orderId) {
        processes.lock(orderId);
        stocks.forChange(allocations.find(orderId).stream()
                .map(Allocation::productId)
                .distinct()
                .toList());
        return allocations.of(orderId).stream().collect(Collectors.toMap(Allocation::lineId, Function.identity()));
    }

    private Shipment shipped(Shipping wanted, UUID buyer, Map<UUID, Allocation> known, List<ShippedLine> lines) {
        lines.forEach(line -> ship(known, line));
        boolean complete = known.values().stream().allMatch(one -> one.shipped() == one.wanted());
        Shipment shipment = new Shipment(
                EventIds.next(),
                shipments.nextNumber(),
                wanted.orderId(),
                lines,
                wanted.carrier(),
                wanted.trackingReference(),
                wanted.shippedOn() == null ? clock.today(ZoneOffset.UTC) : wanted.shippedOn(),
                complete,
                clock.now());
        shipments.add(shipment);
        String state = (complete ? DeliveryState.SHIPPED : DeliveryState.PARTLY_SHIPPED).name();
        if (complete || !isAt(wanted.orderId(), state)) {
            journeys.move(ProcessKind.DELIVERY, wanted.orderId(), state, "shipment " + shipment.shipmentNumber());
        }
        processes.shipped(wanted.orderId(), state);
        outbox.publish(fact(shipment, buyer, known));
        return shipment;
    }

    private static List<ShippedLine> allOf(Map<UUID, Allocation> known) {
        return known.values().stream()
                .filter(one -> one.allocated() > 0)
                .map(one -> new ShippedLine(one.lineId(), one.allocated()))
                .toList();
    }

    private void ship(Map<UUID, Allocation> known, ShippedLine line) {
        Allocation one = known.get(line.lineId());
        if (one == null || line.quantity() > one.allocated()) {
            throw new NotPutAside(line.quantity() + " are to be shipped of line " + line.lineId() + ", "
                    + (one == null ? 0 : one.allocated()) + " are put aside");
        }
        Allocation left = new Allocation(
                one.lineId(),
                one.orderId(),
                one.productId(),
                one.wanted(),
                one.allocated() - line.quantity(),
                one.shipped() + line.quantity(),
                one.returned(),
                false);
        known.put(line.lineId(), left);
        allocations.write(left);
        stocks.move(one.productId(), -line.quantity(), -line.quantity(), "SHIPPED", one.orderId(), null);
    }

    private boolean isAt(UUID orderId, String state) {
        var stays = journeys.stays(ProcessKind.DELIVERY, orderId);
        return stays.get(stays.size() - 1).state().equals(state);
    }

    private static ShipmentConfirmed fact(Shipment one, UUID buyer, Map<UUID, Allocation> known) {
        return new ShipmentConfirmed(
                one.shipmentId(),
                one.shipmentNumber(),
                one.orderId(),
                buyer,
                one.lines().stream()
                        .map(line -> new ShipmentConfirmed.Line(
                                line.lineId(), known.get(line.lineId()).productId(), line.quantity()))
                        .toList(),
                one.carrier(),
                one.trackingReference(),
                one.shippedOn(),
                one.complete(),
                one.confirmedAt());
    }
}
